package org.redoubt.topology.plan.forecast;

import java.util.Optional;
import org.redoubt.topology.plan.Durations;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;

/**
 * A migration that really was, and what had been said of it before.
 *
 * @param step what was sent
 * @param predicted what was said before it was sent; empty when nothing was
 * @param landed whether the guest runs at the other side; false for one that was cancelled or failed on the way
 * @param figures the hypervisor's own: of the whole job when it landed, else the last that were heard
 * @param peak the most that was seen left to be sent after the first two passes, bytes; -1 when nothing was seen then
 * @param expectedPause what the hypervisor itself last expected the pause to be, milliseconds; -1 when it was not heard
 */
public record Run(
        Step.Migrate step,
        Optional<Prediction> predicted,
        boolean landed,
        JobFigures figures,
        long peak,
        long expectedPause) {

    /** From so many passes on one that goes on is taken to go on for ever. */
    private static final long MANY_PASSES = 6;

    /** Whether it says anything to learn from: it landed, or it was tried in vain for long enough. */
    public boolean tells() {
        return figures.total() > 0 && figures.elapsed() > 0 && (landed || figures.iteration() >= MANY_PASSES);
    }

    /** What was said and what was: {@code took 3.5 s, predicted 3.1–4.2 s; stood still 20 ms, predicted 15–60 ms}. */
    public String words() {
        String took = figures.elapsed() < 0 ? "took an unknown time" : "took " + Durations.of(figures.elapsed());
        if (!landed) {
            String said = predicted
                    .map(before -> before.converges() ? ", predicted to end" : ", predicted never to end")
                    .orElse("");
            return "did not end: " + took.replaceFirst("took", "given up after") + said;
        }
        String total = predicted
                .map(before ->
                        before.converges() ? ", predicted " + Durations.of(before.total()) : ", predicted never to end")
                .orElse("");
        if (figures.pause() < 0) {
            return took + total;
        }
        String pause = predicted
                .filter(Prediction::converges)
                .map(before -> ", predicted " + Durations.of(before.pause()))
                .orElse("");
        return took + total + "; stood still " + Durations.of(figures.pause()) + pause;
    }

    /** What of the memory was not zeroes, bytes; -1 when that is not known. */
    long content() {
        return figures.zero() < 0 ? -1 : Math.max(0, figures.total() - figures.zero());
    }
}
