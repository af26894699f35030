package org.redoubt.agent.pacemaker;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.pacemaker.read.ClusterNode;
import org.redoubt.topology.model.ElementId;

/**
 * Which host of the site each node of each cluster is. What the site's file calls a host is known from the beginning;
 * besides, a host that was asked proves by its answer which node it is itself, and from then on the others' words for that
 * node mean this host. A word that would mean two hosts means none. Any thread.
 */
public final class Roster {

    /**
     * What is known of a host before it was asked.
     *
     * @param names what the site calls it, and its addresses
     * @param cluster what the site calls its cluster
     */
    public record Entry(ElementId host, Set<String> names, Optional<String> cluster) {
        public Entry {
            names = Set.copyOf(names);
        }
    }

    /** A word for a node, in a cluster: two clusters may have a node of the same name. */
    private record Seat(String cluster, String handle) {}

    private record Proof(String cluster, Set<Seat> seats) {}

    private final Map<String, Set<ElementId>> named = new HashMap<>();
    private final Map<ElementId, String> clusters = new HashMap<>();
    private final Map<ElementId, Proof> proofs = new HashMap<>();
    private final Map<Seat, Set<ElementId>> proven = new HashMap<>();

    public Roster(Collection<Entry> hosts) {
        for (Entry entry : hosts) {
            entry.cluster().ifPresent(cluster -> clusters.put(entry.host(), cluster));
            Set<String> names = new HashSet<>(entry.names());
            names.add(entry.host().key());
            names.forEach(name ->
                    named.computeIfAbsent(plain(name), none -> new HashSet<>()).add(entry.host()));
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What the site calls the cluster of {@code host}, else what that host itself last called it. */
    synchronized Optional<String> cluster(ElementId host) {
        return Optional.ofNullable(clusters.get(host))
                .or(() -> Optional.ofNullable(proofs.get(host)).map(Proof::cluster));
    }

    /** Whether the site itself says which cluster {@code host} is in. */
    synchronized Optional<String> clusterInSite(ElementId host) {
        return Optional.ofNullable(clusters.get(host));
    }

    /** The host asked is this node: its own daemons said so. What it proved before holds no more. */
    synchronized void prove(ElementId host, String cluster, ClusterNode node) {
        Set<Seat> seats = new LinkedHashSet<>();
        node.handles().forEach(handle -> seats.add(new Seat(cluster, plain(handle))));
        Proof before = proofs.put(host, new Proof(cluster, seats));
        if (before != null) {
            before.seats()
                    .forEach(seat -> proven.computeIfPresent(seat, (same, hosts) -> {
                        hosts.remove(host);
                        return hosts.isEmpty() ? null : hosts;
                    }));
        }
        seats.forEach(seat ->
                proven.computeIfAbsent(seat, none -> new LinkedHashSet<>()).add(host));
    }

    /** The host that a node of {@code cluster} is, where exactly one can be meant. */
    synchronized Optional<ElementId> host(String cluster, ClusterNode node) {
        for (String handle : node.handles()) {
            Optional<ElementId> one = only(proven.get(new Seat(cluster, plain(handle))));
            if (one.isPresent()) {
                return one;
            }
        }
        for (String handle : node.handles()) {
            Optional<ElementId> one = only(named.get(plain(handle))).filter(host -> mayBe(host, cluster));
            if (one.isPresent()) {
                return one;
            }
        }
        return Optional.empty();
    }

    /** A host that proved to be a node of another cluster, or another node of this one, is not meant by its name. */
    private boolean mayBe(ElementId host, String cluster) {
        return !proofs.containsKey(host)
                && Optional.ofNullable(clusters.get(host))
                        .filter(other -> !other.equals(cluster))
                        .isEmpty();
    }

    private static Optional<ElementId> only(Set<ElementId> hosts) {
        return hosts != null && hosts.size() == 1 ? Optional.of(hosts.iterator().next()) : Optional.empty();
    }
}
