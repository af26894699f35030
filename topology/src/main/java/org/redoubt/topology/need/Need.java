package org.redoubt.topology.need;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.topology.model.ElementId;

/** What something cannot do without: <i>k of n alternatives</i>, nested. */
public sealed interface Need {

    /** This one thing. */
    record One(ElementId id) implements Need {}

    /** So many of these. */
    record Of(int k, List<Need> alternatives) implements Need {
        public Of {
            alternatives = List.copyOf(alternatives);
            if (k < 1 || k > alternatives.size()) {
                throw new IllegalArgumentException(k + " of " + alternatives.size());
            }
        }
    }

    /** All of these; of none: nothing is needed, as far as anybody says. */
    record All(List<Need> parts) implements Need {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Everything that it names, whether alone or as an alternative. */
    default Set<ElementId> leaves() {
        Set<ElementId> leaves = new LinkedHashSet<>();
        collect(this, leaves);
        return leaves;
    }

    private static void collect(Need need, Set<ElementId> leaves) {
        switch (need) {
            case One(ElementId id) -> leaves.add(id);
            case Of(var _, List<Need> alternatives) -> alternatives.forEach(one -> collect(one, leaves));
            case All(List<Need> parts) -> parts.forEach(part -> collect(part, leaves));
        }
    }
}
