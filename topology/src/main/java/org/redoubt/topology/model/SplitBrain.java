package org.redoubt.topology.model;

import static org.redoubt.topology.model.Attributes.COORDINATOR;
import static org.redoubt.topology.model.Attributes.QUORATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A cluster that has come apart: at the same time some of its members say that one node decides, and others that another
 * one does. Each part may start what the other runs.
 *
 * @param parts who says so, by the node that decides for them
 * @param quorate the deciding nodes whose part has quorum by its own word; more than one is the gravest
 */
public record SplitBrain(Map<ElementId, Set<ElementId>> parts, Set<ElementId> quorate) {

    public SplitBrain {
        parts = Map.copyOf(parts);
        quorate = Set.copyOf(quorate);
    }

    /** Empty while all who were heard agree. */
    public static Optional<SplitBrain> of(Element cluster) {
        if (!(cluster.believe(COORDINATOR) instanceof Belief.Contradicted<ElementId>(List<Claim<ElementId>> claims))) {
            return Optional.empty();
        }
        Map<ElementId, Set<ElementId>> parts = new TreeMap<>();
        Set<ElementId> quorate = new TreeSet<>();
        for (Claim<ElementId> claim : claims) {
            parts.computeIfAbsent(claim.value(), none -> new TreeSet<>())
                    .add(ElementId.host(claim.source().where()));
            cluster.claims()
                    .by(claim.source(), QUORATE)
                    .filter(Claim::value)
                    .ifPresent(yes -> quorate.add(claim.value()));
        }
        return Optional.of(new SplitBrain(parts, quorate));
    }

    /** For people, one line. */
    public String words(Site site) {
        List<String> each = new ArrayList<>();
        new TreeMap<>(parts)
                .forEach((coordinator, members) -> each.add(site.nameOf(coordinator) + " decides for "
                        + new TreeSet<>(members).stream().map(site::nameOf).collect(Collectors.joining(", "))
                        + (quorate.contains(coordinator) ? "" : " (without quorum)")));
        return "split brain: " + String.join("; ", each);
    }
}
