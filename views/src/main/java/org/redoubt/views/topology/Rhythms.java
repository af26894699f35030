package org.redoubt.views.topology;

import static org.redoubt.topology.model.Attributes.BEAT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** Remembers when the last beats of each host were heard, which a snapshot does not. */
final class Rhythms {

    private static final int KEPT = 12;

    private final Map<ElementId, List<Long>> beats = new HashMap<>();

    void hear(Site site) {
        site.hosts().forEach(this::hear);
        beats.keySet().removeIf(id -> site.host(id).isEmpty());
    }

    private void hear(Element.Host host) {
        for (Claim<Long> claim : host.claims().about(BEAT)) {
            List<Long> known =
                    beats.computeIfAbsent(host.id(), id -> new ArrayList<>(List.of(claim.heard() - claim.value())));
            if (known.getLast() < claim.heard()) {
                known.add(claim.heard());
                if (known.size() > KEPT) {
                    known.removeFirst();
                }
            }
            return;
        }
    }

    /** The moments, desk milliseconds, oldest first. */
    Map<ElementId, List<Long>> beats() {
        return beats;
    }
}
