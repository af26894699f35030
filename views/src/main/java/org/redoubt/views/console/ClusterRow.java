package org.redoubt.views.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/**
 * A row of the tree at the left: a cluster, or a host of one.
 *
 * @param id empty for the hosts that are in no cluster
 * @param detail what is said under or beside the name
 */
record ClusterRow(Optional<ElementId> id, String name, Status status, String detail, boolean cluster, boolean open) {

    private static final ElementId NO_CLUSTER = new ElementId(ElementKind.CLUSTER, "\0none");

    /** What {@code closed} knows the row by; hosts in no cluster have a row without an id. */
    static ElementId key(ClusterRow row) {
        return row.id().orElse(NO_CLUSTER);
    }

    /** A cluster, open, and its hosts by name. */
    record Group(ClusterRow cluster, List<ClusterRow> hosts) {}

    /** The clusters of a site by name; hosts that are in none come last. */
    static List<Group> groups(Survey survey) {
        Map<ElementId, List<Element.Host>> members = new TreeMap<>(byName(survey.site()));
        survey.clusters().forEach(cluster -> members.put(cluster, new ArrayList<>()));
        survey.hosts()
                .forEach(host -> members.computeIfAbsent(clusterOf(host), _ -> new ArrayList<>())
                        .add(host));
        List<Group> groups = new ArrayList<>();
        members.forEach((cluster, hosts) -> {
            hosts.sort(Comparator.comparing(Element.Host::name, Names.ORDER).thenComparing(Element.Host::id));
            groups.add(new Group(
                    cluster(survey, cluster, hosts),
                    hosts.stream()
                            .map(host -> host(host, survey.residents(host.id())))
                            .toList()));
        });
        return List.copyOf(groups);
    }

    /** The rows that are shown: each cluster followed by its hosts unless it is in {@code closed}. */
    static List<ClusterRow> of(List<Group> groups, Set<ElementId> closed) {
        List<ClusterRow> rows = new ArrayList<>();
        for (Group group : groups) {
            boolean open = !closed.contains(key(group.cluster()));
            rows.add(group.cluster().open(open));
            if (open) {
                rows.addAll(group.hosts());
            }
        }
        return rows;
    }

    private ClusterRow open(boolean wanted) {
        return wanted == open ? this : new ClusterRow(id, name, status, detail, cluster, wanted);
    }

    private static ElementId clusterOf(Element.Host host) {
        return host.refs(Attributes.MEMBER_OF).stream()
                .filter(id -> id.kind() == ElementKind.CLUSTER)
                .findFirst()
                .orElse(NO_CLUSTER);
    }

    private static Comparator<ElementId> byName(Site site) {
        return Comparator.comparing((ElementId id) -> id.equals(NO_CLUSTER))
                .thenComparing(site::nameOf, Names.ORDER)
                .thenComparing(Comparator.naturalOrder());
    }

    private static ClusterRow cluster(Survey survey, ElementId id, List<Element.Host> hosts) {
        Level worst = hosts.stream().map(host -> Status.of(host).level()).reduce(Level.NORMAL, Level::worse);
        int vms = hosts.stream().mapToInt(host -> survey.residents(host.id())).sum();
        long away = hosts.stream().filter(host -> !host.link().connected()).count();
        String detail = (away == 0 ? count(hosts.size(), "host") : away + " of " + hosts.size() + " not connected")
                + " · " + count(vms, "VM");
        boolean none = id.equals(NO_CLUSTER);
        return new ClusterRow(
                none ? Optional.empty() : Optional.of(id),
                none ? "in no cluster" : Values.name(id, survey.site()),
                new Status(worst, ""),
                detail,
                true,
                true);
    }

    private static ClusterRow host(Element.Host host, int vms) {
        Status status = Status.of(host);
        String detail = host.link().connected() ? Integer.toString(vms) : status.word();
        return new ClusterRow(Optional.of(host.id()), Values.name(host), status, detail, false, false);
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
