package org.redoubt.topology.need;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/**
 * What things need to go on running, derived from what is claimed of them. What nobody says is not in it: that something
 * needs nothing here may mean that nothing is known.
 */
public final class Needs {

    private Needs() {}

    /** What an element needs of its neighbours; nothing when the site does not know it. */
    public static Need of(Site site, ElementId id) {
        Wiring wiring = new Wiring(site);
        return site.find(id).map(wiring::next).orElse(new Need.All(List.of()));
    }

    /**
     * The element and everything that it needs, directly or not, with the cards, ports and switches on the way: what is
     * lit up when it is selected. Takes time in the number of ports of the site.
     */
    public static Set<ElementId> reach(Site site, ElementId id) {
        Wiring wiring = new Wiring(site);
        return closure(id, each -> {
            Optional<Element> element = site.find(each);
            return element.map(is -> wiring.next(is).leaves()).orElse(Set.of());
        });
    }

    /**
     * The element and everything that needs it, directly or as one of several alternatives: what may be touched when it
     * fails. Takes time in the number of elements of the site.
     */
    public static Set<ElementId> dependents(Site site, ElementId id) {
        Map<ElementId, Set<ElementId>> needing = new Wiring(site).needing();
        return closure(id, each -> needing.getOrDefault(each, Set.of()));
    }

    private static Set<ElementId> closure(ElementId from, Function<ElementId, Set<ElementId>> next) {
        Set<ElementId> seen = new LinkedHashSet<>(Set.of(from));
        Deque<ElementId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (ElementId id : next.apply(open.removeFirst())) {
                if (seen.add(id)) {
                    open.addLast(id);
                }
            }
        }
        return seen;
    }
}
