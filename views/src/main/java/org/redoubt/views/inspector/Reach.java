package org.redoubt.views.inspector;

import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.HashSet;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.need.Needs;

/**
 * What lights up when something is selected: what it needs, with everything on the way. A host with its VMs besides, and
 * anything else with its parts and members and all that needs it.
 */
public final class Reach {

    private Reach() {}

    /** Everything that belongs together with {@code id}, itself among it. */
    public static Set<ElementId> of(Site site, ElementId id) {
        Set<ElementId> lit = new HashSet<>(Needs.reach(site, id));
        site.find(id).ifPresent(element -> {
            switch (element) {
                case Element.Vm _ -> {}
                case Element.Host host -> guests(site, host, lit);
                case Element.Part part -> {
                    lit.addAll(Needs.dependents(site, id));
                    belonging(site, part, lit);
                }
            }
        });
        return Set.copyOf(lit);
    }

    private static void guests(Site site, Element.Host host, Set<ElementId> lit) {
        site.vms()
                .filter(vm -> vm.whereabouts().host().filter(host.id()::equals).isPresent())
                .forEach(vm -> lit.add(vm.id()));
    }

    private static void belonging(Site site, Element.Part whole, Set<ElementId> lit) {
        whole.value(PART_OF).ifPresent(lit::add);
        site.elements()
                .filter(element ->
                        element.value(PART_OF).filter(whole.id()::equals).isPresent()
                                || element.refs(MEMBER_OF).contains(whole.id()))
                .forEach(element -> lit.add(element.id()));
    }
}
