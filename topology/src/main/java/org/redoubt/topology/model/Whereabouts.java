package org.redoubt.topology.model;

import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a VM is, derived from what each host says of it. The host where it executes is where it is; one that merely
 * holds it paused (an incoming migration does) counts only when nobody executes it. Two that execute it at the same
 * time are a contradiction, the gravest there is.
 */
public sealed interface Whereabouts {

    /**
     * How long after a VM began to execute elsewhere an answer may still arrive in which its old host says that it
     * executes it: the answer was on its way. A host that says so again afterwards contradicts.
     */
    long HANDOVER_MILLIS = 1_000;

    /**
     * One host's word: the VM is active there, in this state.
     *
     * @param since desk milliseconds since when it is there in this state
     * @param heard desk milliseconds when the host last said so
     */
    record Place(ElementId host, RunState state, Claim<ElementId> claim, long since, long heard) {}

    /**
     * Active on exactly one host, as far as anyone says.
     *
     * @param others hosts that hold it without executing it, or that said so before it executed here and not since
     */
    record On(Place place, List<Place> others) implements Whereabouts {
        public On {
            others = List.copyOf(others);
        }
    }

    /** Executing on several hosts at once. */
    record Twice(List<Place> places) implements Whereabouts {
        public Twice {
            places = List.copyOf(places);
        }
    }

    /** Known, and active nowhere: shut off, crashed, or gone. */
    record Nowhere(RunState state) implements Whereabouts {}

    /** The host where it is, when there is exactly one. */
    default Optional<ElementId> host() {
        return this instanceof On(Place place, var _) ? Optional.of(place.host()) : Optional.empty();
    }

    default RunState state() {
        return switch (this) {
            case On(Place place, var _) -> place.state();
            case Twice twice -> twice.places().getFirst().state();
            case Nowhere(RunState state) -> state;
        };
    }

    static Whereabouts of(Claims claims) {
        List<Place> places = new ArrayList<>(2);
        for (Claim<ElementId> claim : claims.about(RUNS_ON)) {
            places.add(place(claim, claims.by(claim.source(), STATE)));
        }
        if (places.isEmpty()) {
            List<Claim<RunState>> states = claims.about(STATE);
            return new Nowhere(
                    states.isEmpty() ? RunState.UNKNOWN : states.getFirst().value());
        }
        return among(places);
    }

    private static Place place(Claim<ElementId> on, Optional<Claim<RunState>> state) {
        return new Place(
                on.value(),
                state.map(Claim::value).orElse(RunState.UNKNOWN),
                on,
                Math.max(on.since(), state.map(Claim::since).orElse(on.since())),
                Math.min(on.heard(), state.map(Claim::heard).orElse(on.heard())));
    }

    private static Whereabouts among(List<Place> places) {
        if (places.size() == 1) {
            return new On(places.getFirst(), List.of());
        }
        List<Place> executing =
                places.stream().filter(place -> place.state().executes()).toList();
        Place latest = (executing.isEmpty() ? places : executing)
                .stream()
                        .max(Comparator.comparingLong(Place::since)
                                .thenComparing(place -> place.claim().source()))
                        .orElseThrow();
        List<Place> atOnce = executing.stream()
                .filter(place -> place.host().equals(latest.host()) || place.heard() > latest.since() + HANDOVER_MILLIS)
                .toList();
        long hosts = atOnce.stream().map(Place::host).distinct().count();
        if (hosts > 1) {
            return new Twice(atOnce);
        }
        return new On(
                latest,
                places.stream()
                        .filter(place -> !place.host().equals(latest.host()))
                        .toList());
    }
}
