package org.redoubt.views.filter;

import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.TAGS;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Status;

/**
 * What a filter leaves of a site, and what there is to be filtered by. Takes time in the size of the site.
 *
 * @param lit what is not dimmed; empty where nothing is dimmed at all
 * @param hosts how many hosts, of all that there are, match or hold a VM that does
 * @param clusters the site's clusters by name
 * @param tags the words on its hosts and VMs, in order
 */
record Sifted(
        Filter filter,
        Set<ElementId> lit,
        int hosts,
        int allHosts,
        int vms,
        Map<String, ElementId> clusters,
        List<String> tags) {

    static final Sifted NOTHING = new Sifted(Filter.NONE, Set.of(), 0, 0, 0, Map.of(), List.of());

    /** Lit where nothing matches: then everything is dimmed. */
    private static final ElementId NONE = new ElementId(ElementKind.SERVICE, "nothing matches");

    private static final ElementId NOBODY = ElementId.host("\u0000");

    private static final Set<ElementKind> OF_HOSTS = Set.of(
            ElementKind.ADAPTER_CARD,
            ElementKind.NETWORK_PORT,
            ElementKind.HBA_PORT,
            ElementKind.BOND,
            ElementKind.BRIDGE,
            ElementKind.POWER_SUPPLY,
            ElementKind.BMC,
            ElementKind.FENCE_DEVICE);

    static Sifted of(Site site, Filter filter) {
        Map<String, ElementId> clusters = new TreeMap<>(Names.ORDER);
        site.all(ElementKind.CLUSTER).forEach(cluster -> clusters.putIfAbsent(cluster.name(), cluster.id()));
        Set<String> words = new HashSet<>();
        Stream.concat(site.hosts(), site.vms()).forEach(one -> words.addAll(tags(one)));
        List<String> tags = words.stream().sorted(Names.ORDER).toList();
        int all = (int) site.hosts().count();
        if (!filter.any()) {
            return new Sifted(filter, Set.of(), all, all, (int) site.vms().count(), clusters, tags);
        }
        Set<ElementId> lit = new HashSet<>();
        site.hosts().filter(host -> matches(site, host, filter)).forEach(host -> light(host, lit));
        int[] vms = new int[1];
        site.vms().forEach(vm -> {
            Optional<Element.Host> host = vm.whereabouts().host().flatMap(site::host);
            if (matches(site, vm, host, filter)) {
                vms[0]++;
                lit.add(vm.id());
                host.ifPresent(on -> light(on, lit));
            }
        });
        if (filter.abnormal()) {
            hurt(site, filter, lit);
        }
        int hosts =
                (int) lit.stream().filter(id -> id.kind() == ElementKind.HOST).count();
        parts(site, filter, lit);
        lit.add(NONE);
        return new Sifted(filter, Collections.unmodifiableSet(lit), hosts, all, vms[0], clusters, tags);
    }

    /** This, sharing with {@code before} what is the same: then it can be told at a glance. */
    Sifted like(Sifted before) {
        return lit.equals(before.lit) ? new Sifted(filter, before.lit, hosts, allHosts, vms, clusters, tags) : this;
    }

    private static void light(Element.Host host, Set<ElementId> lit) {
        if (lit.add(host.id())) {
            lit.addAll(host.refs(MEMBER_OF));
        }
    }

    private static boolean matches(Site site, Element.Host host, Filter filter) {
        return (!filter.abnormal()
                        || !HostCondition.of(host, site.now()).words().isEmpty())
                && inCluster(host, filter)
                && (filter.tags().isEmpty() || !Collections.disjoint(tags(host), filter.tags()));
    }

    /** A VM is where its host is, and has its host's tags besides its own. */
    private static boolean matches(Site site, Element.Vm vm, Optional<Element.Host> host, Filter filter) {
        return (!filter.abnormal() || abnormal(vm))
                && (filter.clusters().isEmpty()
                        || host.filter(on -> inCluster(on, filter)).isPresent())
                && (filter.tags().isEmpty()
                        || !Collections.disjoint(tags(vm), filter.tags())
                        || host.filter(on -> !Collections.disjoint(tags(on), filter.tags()))
                                .isPresent());
    }

    private static boolean inCluster(Element.Host host, Filter filter) {
        return filter.clusters().isEmpty() || !Collections.disjoint(host.refs(MEMBER_OF), filter.clusters());
    }

    private static boolean abnormal(Element element) {
        return Status.of(element).level().compareTo(Level.WARNING) >= 0;
    }

    private static List<String> tags(Element element) {
        return element.value(TAGS).orElse(List.of());
    }

    /** A host with a part that is abnormal is not well either. */
    private static void hurt(Site site, Filter filter, Set<ElementId> lit) {
        for (ElementKind kind : OF_HOSTS) {
            site.all(kind)
                    .filter(Sifted::abnormal)
                    .flatMap(part -> site.find(hostOf(part)).stream())
                    .map(Element.Host.class::cast)
                    .filter(host -> matches(site, host, filter.onlyAbnormal(false)))
                    .forEach(host -> light(host, lit));
        }
    }

    /** What belongs to a host that is lit; and, among what is abnormal, the switches and arrays that are. */
    private static void parts(Site site, Filter filter, Set<ElementId> lit) {
        for (ElementKind kind : ElementKind.values()) {
            if (OF_HOSTS.contains(kind)) {
                site.all(kind).filter(part -> lit.contains(hostOf(part))).forEach(part -> lit.add(part.id()));
            } else if (filter.clusters().isEmpty()
                    && filter.tags().isEmpty()
                    && kind != ElementKind.HOST
                    && kind != ElementKind.VM) {
                site.all(kind).filter(Sifted::abnormal).forEach(part -> lit.add(part.id()));
            }
        }
    }

    /** A part is keyed below its host: {@code node-1/eth0}. */
    private static ElementId hostOf(Element part) {
        String key = part.id().key();
        int below = key.indexOf('/');
        return below > 0 ? ElementId.host(key.substring(0, below)) : NOBODY;
    }
}
