package org.redoubt.topology.plan.forecast;

import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How good predictions were, held against what really was. Errors are natural logarithms of the ratio without its sign:
 * twice as long and half as long are equally wrong.
 *
 * @param runs how many migrations landed that had been predicted
 * @param total the median error of the whole time; empty without a run
 * @param totalWorst the error that nine of ten stay below
 * @param pause the median error of the pause
 * @param hypervisor the median error of the hypervisor's own last word about the pause, on the same migrations
 * @param within how many of the runs took as long as the range said
 * @param verdicts of how many it was said beforehand whether they would end by themselves, and is now known
 * @param right how many of those were said right
 */
public record Score(
        int runs,
        OptionalDouble total,
        OptionalDouble totalWorst,
        OptionalDouble pause,
        OptionalDouble hypervisor,
        int within,
        int verdicts,
        int right) {

    private static final double NINE_OF_TEN = 0.9;
    /** What is shorter is told apart by no clock: an error of the pause counts from here on, milliseconds. */
    private static final double LEAST_PAUSE = 1;

    /** The score of these migrations. */
    public static Score of(Collection<Run> all) {
        List<Run> landed = all.stream()
                .filter(run -> run.landed() && run.tells() && run.predicted().isPresent())
                .toList();
        List<Run> paused =
                landed.stream().filter(run -> run.figures().pause() >= 0).toList();
        int within = (int) landed.stream()
                .filter(run -> run.predicted()
                        .orElseThrow()
                        .total()
                        .holds(run.figures().elapsed()))
                .count();
        List<Run> judged = all.stream().filter(Score::judged).toList();
        int right = (int) judged.stream()
                .filter(run -> run.predicted().orElseThrow().converges() == run.landed())
                .count();
        return new Score(
                landed.size(),
                quantile(landed, run -> error(prediction(run), run.figures().elapsed()), 0.5),
                quantile(landed, run -> error(prediction(run), run.figures().elapsed()), NINE_OF_TEN),
                quantile(paused, run -> error(pause(run), run.figures().pause()), 0.5),
                quantile(
                        paused.stream().filter(run -> run.expectedPause() >= 0).toList(),
                        run -> error(run.expectedPause(), run.figures().pause()),
                        0.5),
                within,
                judged.size(),
                right);
    }

    /**
     * Whether it is known now if it would have ended by itself. One that was given up is known not to, when it had gone on
     * for many passes, and for longer than it was said to take.
     */
    static boolean judged(Run run) {
        if (run.predicted().isEmpty() || !run.tells()) {
            return false;
        }
        // one that was said to end, and was given up before it could have, proves nothing
        boolean late = !run.predicted().get().converges()
                || run.figures().elapsed() > run.predicted().get().total().high();
        return run.landed() || late;
    }

    private static double prediction(Run run) {
        return run.predicted().orElseThrow().millis();
    }

    private static double pause(Run run) {
        return run.predicted().orElseThrow().pauseMillis();
    }

    /** How far two figures are apart. */
    static double error(double said, double was) {
        return Math.abs(Math.log(Math.max(LEAST_PAUSE, said) / Math.max(LEAST_PAUSE, was)));
    }

    private static OptionalDouble quantile(List<Run> runs, ToDoubleFunction<Run> of, double share) {
        double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        double at = share * (sorted.length - 1);
        int low = (int) at;
        int high = Math.min(low + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[low] + (at - low) * (sorted[high] - sorted[low]));
    }
}
