package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A member of a cluster, as the cluster's own files and tools call it.
 *
 * @param id its number, where it is known; empty otherwise
 * @param name what Pacemaker calls it, where it is known
 * @param addresses those of its links, by the link's number; an empty text where a link's is not known
 */
public record ClusterNode(String id, Optional<String> name, List<String> addresses) {

    public ClusterNode {
        Objects.requireNonNull(id);
        addresses = List.copyOf(addresses);
    }

    public static ClusterNode named(String id, String name) {
        return new ClusterNode(id, Limits.name(name), List.of());
    }

    /** What it may be found by, the surest first. */
    public Set<String> handles() {
        Set<String> handles = new LinkedHashSet<>();
        name.ifPresent(handles::add);
        addresses.stream().filter(address -> !address.isEmpty()).forEach(handles::add);
        return handles;
    }

    /** What it is called: its name, its first address or its number. */
    public String label() {
        return handles().stream().findFirst().map(Limits::sentence).orElse("node " + Limits.sentence(id));
    }

    public Optional<String> address(int link) {
        return link < addresses.size()
                ? Optional.of(addresses.get(link)).filter(address -> !address.isEmpty())
                : Optional.empty();
    }

    /** The same node, as another told of it: what this one leaves open is taken from there. */
    public ClusterNode with(ClusterNode other) {
        List<String> both = new ArrayList<>(addresses);
        for (int link = 0; link < other.addresses.size(); link++) {
            if (link >= both.size()) {
                both.add(other.addresses.get(link));
            } else if (both.get(link).isEmpty()) {
                both.set(link, other.addresses.get(link));
            }
        }
        return new ClusterNode(id.isEmpty() ? other.id : id, name.or(other::name), both);
    }
}
