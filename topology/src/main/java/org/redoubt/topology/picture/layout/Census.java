package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;

/** Who is where: hosts by cluster, VMs and parts by host, all in an order that facts do not disturb. */
final class Census implements Register {

    /** How a VM is on a host. */
    enum Stay {
        RUNS,
        /** Its process is here and on another host that executes it too. */
        TWICE,
        /** Held here without executing: it comes, or was left behind. */
        HELD,
        /** Defined here and not active. */
        OFF
    }

    record Tenant(Element.Vm vm, Stay stay, RunState state) {}

    /** Hosts that stand together. */
    record Group(Optional<ElementId> id, String caption, List<Element.Host> hosts) {}

    private static final Comparator<Tenant> TENANT_ORDER =
            Comparator.comparing(Tenant::vm, NaturalOrder.OF_ELEMENTS).thenComparing(Tenant::stay);

    private final Site site;
    private final List<Group> groups;
    private final Map<ElementId, List<Tenant>> tenants = new HashMap<>();
    private final List<Tenant> strays = new ArrayList<>();
    private boolean settled;
    private Map<ElementId, List<Element>> rings;
    private final Map<ElementKind, Map<ElementId, List<Element>>> parts = new HashMap<>();

    Census(Site site) {
        this.site = site;
        this.groups = grouped(site);
    }

    @Override
    public Site site() {
        return site;
    }

    List<Group> groups() {
        return groups;
    }

    int hosts() {
        return groups.stream().mapToInt(group -> group.hosts().size()).sum();
    }

    @Override
    public List<Tenant> on(ElementId host) {
        settle();
        return tenants.getOrDefault(host, List.of());
    }

    /** VMs that are on no host that is known. */
    List<Tenant> strays() {
        settle();
        return strays;
    }

    @Override
    public List<Element> parts(ElementKind kind, ElementId host) {
        return parts.computeIfAbsent(kind, this::byHost).getOrDefault(host, List.of());
    }

    private Map<ElementId, List<Element>> byHost(ElementKind kind) {
        Map<ElementId, List<Element>> byHost = new HashMap<>();
        site.all(kind)
                .forEach(part -> above(part, ElementKind.HOST)
                        .ifPresent(host -> byHost.computeIfAbsent(host, id -> new ArrayList<>())
                                .add(part)));
        byHost.values().forEach(list -> list.sort(NaturalOrder.OF_ELEMENTS));
        return byHost;
    }

    /** VMs find their hosts when they are first asked for: from far away nobody asks. */
    private void settle() {
        if (!settled) {
            settled = true;
            site.vms().forEach(this::settle);
            tenants.values().forEach(Census::inOrder);
            strays.sort(TENANT_ORDER);
        }
    }

    @Override
    public List<Element> rings(ElementId host) {
        if (rings == null) {
            rings = new HashMap<>();
            site.all(ElementKind.RING)
                    .sorted(NaturalOrder.OF_ELEMENTS)
                    .forEach(ring -> Register.hostOfRing(site, ring)
                            .ifPresent(at -> rings.computeIfAbsent(at, id -> new ArrayList<>())
                                    .add(ring)));
        }
        return rings.getOrDefault(host, List.of());
    }

    /** Several sources may say the same of one host: a VM has one place there. */
    static void inOrder(List<Tenant> here) {
        here.sort(TENANT_ORDER);
        Set<ElementId> seen = new HashSet<>();
        here.removeIf(tenant -> !seen.add(tenant.vm().id()));
    }

    private void settle(Element.Vm vm) {
        settle(site, vm, this::put);
    }

    /** Says where a VM is to be shown: the host, null where it is on none that can be told, and how it is there. */
    static void settle(Site site, Element.Vm vm, BiConsumer<ElementId, Tenant> put) {
        switch (vm.whereabouts()) {
            case Whereabouts.On(Whereabouts.Place place, List<Whereabouts.Place> others) -> {
                put.accept(place.host(), new Tenant(vm, Stay.RUNS, place.state()));
                others.forEach(other -> put.accept(other.host(), new Tenant(vm, Stay.HELD, other.state())));
            }
            case Whereabouts.Twice(List<Whereabouts.Place> places) ->
                places.forEach(place -> put.accept(place.host(), new Tenant(vm, Stay.TWICE, place.state())));
            case Whereabouts.Nowhere(RunState state) ->
                put.accept(definedAt(site, vm), new Tenant(vm, Stay.OFF, state));
        }
    }

    private void put(ElementId host, Tenant tenant) {
        if (host == null || site.host(host).isEmpty()) {
            strays.add(tenant);
            return;
        }
        List<Tenant> here = tenants.computeIfAbsent(host, id -> new ArrayList<>());
        here.add(tenant);
    }

    /** A VM that runs nowhere is shown where its state was heard. */
    private static ElementId definedAt(Site site, Element.Vm vm) {
        for (Claim<RunState> claim : vm.claims().about(Attributes.STATE)) {
            String where = claim.source().where();
            if (!where.isEmpty() && site.host(ElementId.host(where)).isPresent()) {
                return ElementId.host(where);
            }
        }
        return null;
    }

    private static List<Group> grouped(Site site) {
        Map<String, Group> byCaption = new TreeMap<>(NaturalOrder::compare);
        List<Element.Host> alone = new ArrayList<>();
        site.hosts().forEach(host -> {
            Optional<ElementId> cluster = clusterOf(host);
            if (cluster.isEmpty()) {
                alone.add(host);
                return;
            }
            String name = site.nameOf(cluster.get());
            byCaption
                    .computeIfAbsent(
                            name + '\0' + cluster.get().key(), key -> new Group(cluster, name, new ArrayList<>()))
                    .hosts()
                    .add(host);
        });
        List<Group> groups = new ArrayList<>(byCaption.values());
        if (!alone.isEmpty()) {
            groups.add(new Group(Optional.empty(), groups.isEmpty() ? "" : "in no cluster", alone));
        }
        groups.forEach(group -> group.hosts().sort(NaturalOrder.OF_ELEMENTS));
        return groups;
    }

    static Optional<ElementId> clusterOf(Element.Host host) {
        for (ElementId group : host.refs(Attributes.MEMBER_OF)) {
            if (group.kind() == ElementKind.CLUSTER) {
                return Optional.of(group);
            }
        }
        return host.value(Attributes.PART_OF).filter(id -> id.kind() == ElementKind.CLUSTER);
    }
}
