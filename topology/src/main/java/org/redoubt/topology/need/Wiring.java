package org.redoubt.topology.need;

import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;
import static org.redoubt.topology.model.Attributes.PART_OF;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * What each thing of a site needs next: a host its supplies and ports, a port its card and what it is cabled to. Of
 * network and fabric it goes as far as the switch at the other end: beyond, everything is connected to everything.
 */
final class Wiring {

    /** Of each of these a host needs one, whichever. */
    private static final List<ElementKind> SPARED =
            List.of(ElementKind.POWER_SUPPLY, ElementKind.NETWORK_PORT, ElementKind.HBA_PORT);

    private final Site site;
    private final Map<ElementKind, Map<ElementId, List<ElementId>>> ofHost = new HashMap<>();
    private final Map<ElementId, List<ElementId>> cabledFrom = new HashMap<>();

    Wiring(Site site) {
        this.site = site;
        for (ElementKind kind : SPARED) {
            Map<ElementId, List<ElementId>> byHost = new HashMap<>();
            site.all(kind)
                    .forEach(part -> Parts.host(site, part)
                            .ifPresent(host -> byHost.computeIfAbsent(host, none -> new ArrayList<>())
                                    .add(part.id())));
            byHost.values().forEach(parts -> parts.sort(Comparator.naturalOrder()));
            ofHost.put(kind, byHost);
        }
        // A cable is told by either end.
        site.all(ElementKind.SWITCH_PORT)
                .forEach(port -> port.refs(CABLED_TO)
                        .forEach(end -> cabledFrom
                                .computeIfAbsent(end, none -> new ArrayList<>())
                                .add(port.id())));
    }

    /** What {@code element} needs of its neighbours. */
    Need next(Element element) {
        return switch (element) {
            case Element.Vm vm -> vm(vm);
            case Element.Host host -> host(host);
            case Element.Part part -> part(part);
        };
    }

    private Need vm(Element.Vm vm) {
        List<Need> all = new ArrayList<>();
        vm.whereabouts().host().ifPresent(host -> all.add(new Need.One(host)));
        vm.refs(NEEDS_NETWORKS).forEach(network -> all.add(new Need.One(network)));
        vm.refs(NEEDS_VOLUMES).forEach(volume -> all.add(new Need.One(volume)));
        return new Need.All(all);
    }

    private Need host(Element.Host host) {
        List<Need> all = new ArrayList<>();
        for (ElementKind kind : SPARED) {
            oneOf(all, ofHost.get(kind).getOrDefault(host.id(), List.of()));
        }
        oneOf(all, host.refs(FED_BY));
        return new Need.All(all);
    }

    private Need part(Element.Part part) {
        List<Need> all = new ArrayList<>();
        switch (part.kind()) {
            case NETWORK_PORT, HBA_PORT -> {
                card(part, all);
                Set<ElementId> ends = new LinkedHashSet<>(part.refs(CABLED_TO));
                ends.addAll(cabledFrom.getOrDefault(part.id(), List.of()));
                oneOf(all, ends);
            }
            case SWITCH_PORT, NETWORK -> part.value(PART_OF).ifPresent(whole -> all.add(new Need.One(whole)));
            case VOLUME -> {
                part.value(PART_OF).ifPresent(array -> all.add(new Need.One(array)));
                oneOf(all, of(part, ElementKind.STORAGE_CONTROLLER));
            }
            case STORAGE_CONTROLLER -> {
                oneOf(all, part.refs(CABLED_TO));
                oneOf(all, part.refs(FED_BY));
            }
            case RING -> oneOf(all, part.refs(CABLED_TO));
            default -> oneOf(all, part.refs(FED_BY));
        }
        return new Need.All(all);
    }

    /** A port goes with its card; that the card is in a host is no need of the port. */
    private void card(Element.Part port, List<Need> all) {
        port.value(PART_OF)
                .filter(whole -> whole.kind() == ElementKind.ADAPTER_CARD)
                .ifPresent(card -> all.add(new Need.One(card)));
    }

    private static List<ElementId> of(Element part, ElementKind kind) {
        return part.refs(MEMBER_OF).stream().filter(id -> id.kind() == kind).toList();
    }

    private static void oneOf(List<Need> all, Iterable<ElementId> alternatives) {
        List<Need> each = new ArrayList<>();
        alternatives.forEach(id -> each.add(new Need.One(id)));
        if (each.size() == 1) {
            all.add(each.getFirst());
        } else if (!each.isEmpty()) {
            all.add(new Need.Of(1, each));
        }
    }

    /** Everything, of whatever kind, with what it needs next. */
    Map<ElementId, Set<ElementId>> needing() {
        Map<ElementId, Set<ElementId>> needing = new HashMap<>();
        site.elements()
                .forEach(element -> next(element)
                        .leaves()
                        .forEach(need -> needing.computeIfAbsent(need, none -> new LinkedHashSet<>())
                                .add(element.id())));
        return needing;
    }
}
