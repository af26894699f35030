package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Prediction;

/** What a move takes away without being impossible, in words that fit on a host's card. */
final class Costs {

    private static final int LITTLE_PERCENT = 10;
    private static final int MANY_MIGRATIONS = 2;

    private Costs() {}

    static List<String> of(Move move, Optional<Prediction> prediction) {
        if (move.sameHost()) {
            return List.of();
        }
        List<String> costs = new ArrayList<>();
        if (ThroughCluster.stops(move.ground().owned())) {
            costs.add("a stop and a start: its cluster does not move it live");
        }
        headroom(move).ifPresent(costs::add);
        List<ElementId> mates = move.ground().mates().getOrDefault(move.target().id(), List.of());
        if (!mates.isEmpty()) {
            costs.add("on one host with " + move.ground().names(mates) + " of its group");
        }
        Ports ports = move.ground().ports();
        fewer(move, ports.storage(), "storage port").ifPresent(costs::add);
        fewer(move, ports.network(), "network port").ifPresent(costs::add);
        int migrations = move.ground().migrations().getOrDefault(move.target().id(), 0);
        if (migrations >= MANY_MIGRATIONS) {
            costs.add("waits for " + migrations + " migrations there");
        }
        if (prediction.isPresent() && !prediction.get().converges()) {
            costs.add("may never end: its memory changes faster than the link copies it");
        }
        prediction
                .filter(said -> said.converges() && said.slowed() > 0)
                .ifPresent(said -> costs.add("slows it down by up to " + said.slowed() + " % so that it ends"));
        return costs;
    }

    private static Optional<String> headroom(Move move) {
        long memory = move.target().value(MEMORY).orElse(0L);
        long free = move.target().value(MEMORY_FREE).orElse(-1L);
        if (memory <= 0 || free < 0 || move.ground().memory() < 0) {
            return Optional.empty();
        }
        long left = free - move.ground().memory();
        long percent = Math.floorDiv(100 * left, memory);
        return left >= 0 && percent < LITTLE_PERCENT
                ? Optional.of("leaves " + percent + " % of its memory free")
                : Optional.empty();
    }

    private static Optional<String> fewer(Move move, Map<ElementId, Integer> up, String what) {
        Integer here = move.source().map(host -> up.get(host.id())).orElse(null);
        Integer there = up.get(move.target().id());
        return here != null && there != null && there < here
                ? Optional.of(there + " " + what + (there == 1 ? "" : "s") + " up instead of " + here)
                : Optional.empty();
    }
}
