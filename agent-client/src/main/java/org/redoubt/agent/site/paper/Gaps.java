package org.redoubt.agent.site.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.redoubt.topology.model.ElementId;

/**
 * Finds what a site file leaves open: what it says of half the hosts of a cluster and not of this one was forgotten here. A
 * file that says nothing of a kind, of any host, leaves nothing open in it.
 */
final class Gaps {

    /**
     * What the file says of a host.
     *
     * @param cables the far ends by port; none where the line ends with nothing
     * @param supplies what feeds it, by supply
     * @param fed whether anything is said of what feeds it
     */
    record Host(
            PaperGrammar.Entry entry,
            Map<String, List<ElementId>> cables,
            Map<String, List<ElementId>> supplies,
            boolean fed,
            boolean racked) {}

    private final Page page;

    Gaps(Page page) {
        this.page = page;
    }

    void find(List<Host> hosts) {
        Map<String, List<Host>> clusters = new TreeMap<>();
        hosts.forEach(host -> clusters.merge(host.entry().cluster().orElse(""), List.of(host), Gaps::both));
        for (List<Host> cluster : clusters.values()) {
            each(cluster, Host::cables, " is cabled nowhere");
            each(cluster, Host::supplies, " is fed by nothing");
            all(cluster, host -> !host.cables().isEmpty(), "nobody says how %s is cabled");
            all(cluster, Host::fed, "nobody says what feeds %s");
            all(cluster, Host::racked, "nobody says where %s stands");
        }
    }

    private static List<Host> both(List<Host> some, List<Host> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /**
     * What at least half of those have that say anything of the kind, by its name. Where as many are named otherwise, they
     * are called so here.
     */
    private void each(List<Host> hosts, Function<Host, Map<String, List<ElementId>>> said, String gap) {
        List<Map<String, List<ElementId>>> telling =
                hosts.stream().map(said).filter(parts -> !parts.isEmpty()).toList();
        Map<String, Integer> count = new TreeMap<>();
        Map<String, Long> most = new HashMap<>();
        telling.forEach(parts -> parts.keySet().stream()
                .filter(part -> !parts.get(part).isEmpty())
                .forEach(part -> {
                    count.merge(part, 1, Integer::sum);
                    most.merge(part, known(parts), Math::max);
                }));
        for (Host host : hosts) {
            Map<String, List<ElementId>> parts = said.apply(host);
            Set<String> open = new TreeSet<>(parts.keySet());
            count.forEach((part, many) -> {
                if (!parts.isEmpty() && 2 * many >= telling.size() && known(parts) < most.get(part)) {
                    open.add(part);
                }
            });
            open.removeIf(part -> !parts.getOrDefault(part, List.of()).isEmpty());
            open.forEach(part ->
                    page.gap(host.entry().id(), part + " of " + host.entry().name() + gap));
        }
    }

    private static long known(Map<String, List<ElementId>> parts) {
        return parts.values().stream().filter(ends -> !ends.isEmpty()).count();
    }

    /** What is said of at least half of them, and not of the others. */
    private void all(List<Host> hosts, Predicate<Host> said, String gap) {
        if (2 * hosts.stream().filter(said).count() >= hosts.size()) {
            hosts.stream()
                    .filter(said.negate())
                    .forEach(host -> page.gap(
                            host.entry().id(), gap.formatted(host.entry().name())));
        }
    }

    /** What is named and never used. */
    void unused(List<Section.Item> items, String gap) {
        items.forEach(item -> page.gap(item.id(), item.name() + gap));
    }
}
