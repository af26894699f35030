package org.redoubt.controllers.run;

import java.util.Optional;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.Run;

/** What was heard of one migration on its way, as far as it tells how good its prediction was. Any thread. */
final class Track {

    /** A desk's clock and a host's differ by what an answer takes on its way, milliseconds. */
    private static final long DELAY = 5_000;
    /** From the third pass on what is left is what the guest dirtied again, and no longer its memory. */
    private static final long DIRTIED_AGAIN = 3;

    private JobFigures last = JobFigures.NONE;
    private long peak = -1;
    private long expectedPause = -1;
    private long sentAt = -1;
    private long answeredAt = -1;

    /** It is sent now. */
    synchronized void sent(long now) {
        sentAt = now;
    }

    /** The host has answered. */
    synchronized void answered(long now) {
        answeredAt = now;
    }

    synchronized void heard(JobFigures figures) {
        if (figures.total() <= 0) {
            return;
        }
        last = figures;
        if (figures.remaining() > 0) {
            // once nothing is left, the guest stands still already, and what is told is no expectation any more
            expectedPause = figures.pause();
        }
        if (figures.iteration() >= DIRTIED_AGAIN) {
            peak = Math.max(peak, figures.remaining());
        }
    }

    /**
     * The migration as it was; empty when it was never sent, or nothing was heard of it that tells anything.
     *
     * @param arrival what the other host tells of it, {@link JobFigures#NONE} where it tells nothing
     */
    synchronized Optional<Run> run(Step.Move done, Optional<Prediction> predicted, boolean landed, JobFigures arrival) {
        // a cluster answers before it begins, and starts a VM anew where it cannot move it
        if (sentAt < 0 || answeredAt < 0 || !(done instanceof Step.Migrate step)) {
            return Optional.empty();
        }
        long took = answeredAt - sentAt;
        // an old job's figures would be an answer to another question
        boolean its = landed && arrival.elapsed() >= 0 && arrival.elapsed() <= took + DELAY;
        JobFigures figures = its ? arrival : landed ? timed(took) : last;
        return Optional.of(new Run(step, predicted, landed, figures, peak, expectedPause))
                .filter(Run::tells);
    }

    /** A host that tells nothing afterwards: the desk's own clock says how long it took, and nobody how long it paused. */
    private JobFigures timed(long took) {
        return new JobFigures(
                last.total(), last.processed(), 0, last.rate(), last.dirtyRate(), last.iteration(), took, -1);
    }
}
