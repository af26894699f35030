package org.redoubt.views.plan;

import java.util.Optional;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;

/** A plan's way in words: copied live by the hosts themselves, or moved by the cluster that owns the VM. */
final class ClusterWords {

    private ClusterWords() {}

    static Optional<Step.ClusterMove> move(Plan plan) {
        return plan.steps().stream()
                .filter(Step.ClusterMove.class::isInstance)
                .map(Step.ClusterMove.class::cast)
                .findFirst();
    }

    /** Whether its memory is copied while it runs: only then there is a time and a pause to predict. */
    static boolean copied(Plan plan) {
        return move(plan)
                .map(move -> move.foretold().way() == Foretold.Way.LIVE)
                .orElse(true);
    }

    /** How it goes, after where it goes. */
    static String way(Plan plan) {
        return move(plan)
                .map(move -> switch (move.foretold().way()) {
                    case LIVE -> ", through Pacemaker, live, while it runs";
                    case STOP_AND_START -> ", through Pacemaker: a stop and a start, not live";
                    case STAYS -> ", through Pacemaker";
                })
                .orElse(", live, while it runs");
    }

    /** What Pacemaker is told, and what else it would do; empty where it is not told, or did not say yet. */
    static String besides(Plan plan) {
        return move(plan)
                .filter(move -> !move.foretold().equals(Foretold.NOTHING))
                .map(move -> "Pacemaker owns it as " + move.resource()
                        + " and moves it by a rule that is taken back afterwards. "
                        + (move.foretold().others().isEmpty()
                                ? "It was rehearsed: nothing else moves."
                                : "It was rehearsed: something else moves too, see below."))
                .orElse("");
    }
}
