package org.redoubt.topology.plan.forecast;

import java.util.Optional;
import java.util.OptionalLong;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;

/** Predicts a migration that is under way anew, from its own figures. */
public final class InFlight {

    private InFlight() {}

    /**
     * Milliseconds until it ends; empty where that cannot be said: nothing was copied yet, or the guest dirties as much as
     * is copied.
     *
     * @param predicted what was said before it began
     */
    public static OptionalLong left(JobFigures job, Tuning tuning, Optional<Prediction> predicted) {
        if (job.remaining() < 0 || job.rate() <= 0) {
            return OptionalLong.empty();
        }
        double limit = tuning.pauseLimit() > 0 ? tuning.pauseLimit() / 1_000.0 : PreCopy.USUAL_PAUSE;
        double over = Math.max(0, job.remaining() - job.rate() * limit);
        if (job.iteration() <= 1) {
            long copying = Math.round(1_000 * over * content(job) / job.rate());
            // what comes after the first pass, only the prediction knows
            return OptionalLong.of(predicted
                    .filter(said -> said.converges() && job.elapsed() >= 0)
                    .map(said -> Math.max(copying, said.millis() - job.elapsed()))
                    .orElse(copying));
        }
        double gain = job.rate() - Math.max(0, job.dirtyRate());
        return gain <= 0 && over > 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.round(1_000 * over / Math.max(1, gain)));
    }

    /** Which share of what it has passed was not zeroes, and had to be sent. */
    private static double content(JobFigures job) {
        double passed = job.total() - job.remaining();
        return job.total() <= 0 || job.processed() <= 0 || passed <= 0
                ? 1
                : Math.clamp(job.processed() / passed, 0.0, 1.0);
    }
}
