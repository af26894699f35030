package org.redoubt.views.inspector;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Link;
import org.redoubt.topology.model.Site;

/**
 * What lights up when something is selected: a VM with the host it is on and all that this host stands on; a host
 * likewise, with its VMs; anything else with what it is connected to.
 */
public final class Reach {

    private static final List<Attribute<?>> UP = List.of(CABLED_TO, FED_BY, PART_OF);

    private final Site site;
    private final Set<ElementId> lit = new HashSet<>();

    private Reach(Site site) {
        this.site = site;
    }

    /** Everything that belongs together with {@code id}, itself among it. */
    public static Set<ElementId> of(Site site, ElementId id) {
        Reach reach = new Reach(site);
        reach.lit.add(id);
        site.find(id).ifPresent(reach::from);
        return Set.copyOf(reach.lit);
    }

    private void from(Element element) {
        switch (element) {
            case Element.Vm vm -> {
                lit.addAll(vm.refs(NEEDS_NETWORKS));
                lit.addAll(vm.refs(NEEDS_VOLUMES));
                vm.whereabouts().host().flatMap(site::host).ifPresent(this::host);
            }
            case Element.Host host -> {
                host(host);
                site.vms()
                        .filter(vm -> vm.whereabouts()
                                .host()
                                .filter(host.id()::equals)
                                .isPresent())
                        .forEach(vm -> lit.add(vm.id()));
            }
            case Element.Part part -> neighbours(part);
        }
    }

    /** A host, its parts, what they are cabled to, and the storage behind that. */
    private void host(Element.Host host) {
        lit.add(host.id());
        lit.addAll(host.refs(FED_BY));
        Set<ElementId> parts = partsOf(Set.of(host.id()));
        parts.addAll(partsOf(parts)); // the ports of its cards
        lit.addAll(parts);
        parts.forEach(this::upwards);
        Set<ElementId> fabrics = new HashSet<>(lit);
        fabrics.removeIf(id -> id.kind() != ElementKind.FABRIC_SWITCH);
        behind(fabrics);
    }

    private void upwards(ElementId part) {
        site.find(part)
                .ifPresent(element -> Link.from(element).stream()
                        .filter(link -> UP.contains(link.relation()))
                        .forEach(link -> add(link.to())));
    }

    /** With the thing that it is a part of: a switch with its port. */
    private void add(ElementId id) {
        lit.add(id);
        site.find(id).flatMap(element -> element.value(PART_OF)).ifPresent(lit::add);
    }

    /** The storage that hangs on these fabrics. */
    private void behind(Set<ElementId> fabrics) {
        site.all(ElementKind.STORAGE_CONTROLLER)
                .filter(controller -> controller.refs(CABLED_TO).stream().anyMatch(to -> fabrics.contains(owner(to))))
                .forEach(controller -> add(controller.id()));
        site.all(ElementKind.STORAGE_ARRAY)
                .filter(array -> array.refs(CABLED_TO).stream().anyMatch(to -> fabrics.contains(owner(to))))
                .forEach(array -> lit.add(array.id()));
    }

    private ElementId owner(ElementId id) {
        return site.find(id).flatMap(element -> element.value(PART_OF)).orElse(id);
    }

    private Set<ElementId> partsOf(Set<ElementId> wholes) {
        Set<ElementId> parts = new HashSet<>();
        for (ElementKind kind : ElementKind.values()) {
            if (kind != ElementKind.VM && kind != ElementKind.HOST) {
                site.all(kind)
                        .filter(part ->
                                part.value(PART_OF).filter(wholes::contains).isPresent())
                        .forEach(part -> parts.add(part.id()));
            }
        }
        return parts;
    }

    private void neighbours(Element.Part part) {
        Set<ElementId> self = new HashSet<>(Set.of(part.id()));
        self.addAll(partsOf(self));
        lit.addAll(self);
        self.forEach(this::upwards);
        site.elements().forEach(element -> {
            for (Link link : Link.from(element)) {
                boolean belongs = UP.contains(link.relation()) || link.relation() == MEMBER_OF;
                if (belongs && self.contains(link.to())) {
                    add(element.id());
                    site.find(owner(element.id()))
                            .flatMap(card -> card.value(PART_OF))
                            .ifPresent(lit::add);
                }
            }
        });
    }
}
