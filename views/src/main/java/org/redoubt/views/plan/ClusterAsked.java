package org.redoubt.views.plan;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.views.fx.Aside;

/**
 * What a cluster says of the plan that is shown, asked beside the toolkit's thread, and once for as long as the plan asks the
 * same of it.
 */
final class ClusterAsked {

    private final Aside<Step.ClusterMove, Foresight> asking;
    private final Runnable heard;
    private Optional<Step.ClusterMove> asked = Optional.empty();
    private Foresight foresight = new Foresight.Asking();

    /**
     * @param cluster asks it; blocks
     * @param heard called when there is an answer
     */
    ClusterAsked(Function<Step.ClusterMove, Foresight> cluster, Executor beside, Runnable heard) {
        this.asking = new Aside<>(beside, move -> answered(cluster, move), this::hear);
        this.heard = heard;
    }

    private static Foresight answered(Function<Step.ClusterMove, Foresight> cluster, Step.ClusterMove move) {
        try {
            return cluster.apply(move);
        } catch (RuntimeException broken) {
            return new Foresight.Untold("the console itself failed here: " + broken);
        }
    }

    /** The plan as it is with what is known of its cluster's mind; what is not known is asked. */
    Plan plan(Function<Foresight, Plan> planning) {
        Plan plan = planning.apply(foresight);
        Optional<Step.ClusterMove> wanted = plan.steps().stream()
                .filter(Step.ClusterMove.class::isInstance)
                .map(Step.ClusterMove.class::cast)
                .findFirst();
        if (wanted.isEmpty() || asked.filter(wanted.get()::sameAs).isPresent()) {
            return plan;
        }
        asked = wanted;
        foresight = new Foresight.Asking();
        asking.ask(wanted.get());
        return planning.apply(foresight);
    }

    private void hear(Step.ClusterMove move, Foresight answer) {
        // what was asked of an older plan is no answer to this one
        if (asked.filter(move::sameAs).isPresent()) {
            foresight = answer;
            heard.run();
        }
    }
}
