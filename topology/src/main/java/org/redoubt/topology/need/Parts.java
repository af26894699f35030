package org.redoubt.topology.need;

import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/** What is a part of what. */
public final class Parts {

    /** A port is a part of a card, a card of a host: nothing is nested deeper, and a circle of claims ends here. */
    private static final int DEEPEST = 4;

    private Parts() {}

    /** The host that something is in; empty when nobody says. */
    public static Optional<ElementId> host(Site site, Element part) {
        Optional<ElementId> whole = part.value(PART_OF);
        for (int depth = 0; depth < DEEPEST && whole.isPresent(); depth++) {
            if (whole.get().kind() == ElementKind.HOST) {
                return whole;
            }
            whole = whole.flatMap(site::find).flatMap(one -> one.value(PART_OF));
        }
        return Optional.empty();
    }
}
