package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.CABLED_TO;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * What an end is cabled to by the word of the other end. Found when it is first asked for: mostly an end says so itself.
 * May be asked from several threads: who comes second finds the same.
 */
final class Reverse {

    private static final List<ElementKind> ENDS =
            List.of(ElementKind.SWITCH_PORT, ElementKind.SWITCH, ElementKind.FABRIC_SWITCH);

    private final Site site;
    private volatile Map<ElementId, List<ElementId>> ends;

    /** As {@code site} says it; later snapshots too, until an end is cabled otherwise. */
    Reverse(Site site) {
        this.site = site;
    }

    List<ElementId> of(ElementId end) {
        Map<ElementId, List<ElementId>> known = ends;
        if (known == null) {
            Map<ElementId, List<ElementId>> found = new HashMap<>();
            for (ElementKind kind : ENDS) {
                site.all(kind)
                        .forEach(other -> other.refs(CABLED_TO)
                                .forEach(to -> found.computeIfAbsent(to, id -> new ArrayList<>(1))
                                        .add(other.id())));
            }
            known = found;
            ends = found;
        }
        return known.getOrDefault(end, List.of());
    }
}
