package org.redoubt.topology.plan.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Tuning;

/**
 * What past migrations taught about the way between two hosts. Those between the same two count fully, all others a
 * little: so the first migration between two hosts is predicted by what all had in common, and nothing jumps with one.
 *
 * @param link bytes per second while nobody limited it; empty when none between these hosts was unlimited
 * @param last how much faster the last copy of a limited migration went than an unlimited one as a whole
 * @param lastFree the same of the last copy of an unlimited one
 * @param runs how many migrations between these two hosts it was learned from
 * @param spread how far the whole time of those was from what this says of them, as the logarithm of a ratio
 * @param pauseSpread the same of the pause
 */
public record Calibration(
        OptionalDouble link,
        double last,
        double lastFree,
        double setup,
        double keeps,
        double overhead,
        int runs,
        double spread,
        double pauseSpread) {

    /** Nothing was learned yet. */
    public static final Calibration NONE = new Calibration(
            OptionalDouble.empty(), 1, 1, Wire.USUAL_SETUP, Wire.USUAL_KEEPS, Wire.USUAL_OVERHEAD, 0, 0.35, 0.7);

    /** The weight of what was learned between other hosts. */
    private static final double ELSEWHERE = 0.25;

    /** The way between two hosts, in this direction. */
    public record Pair(ElementId from, ElementId to) {}

    /** A past migration as it counts here: with the curve that its guest has. */
    record Seen(Run run, DirtyCurve curve) {
        Pair pair() {
            return new Pair(run.step().from(), run.step().to());
        }

        double seconds() {
            return run.figures().elapsed() / 1_000.0;
        }

        double pause() {
            return Math.max(0, run.figures().pause()) / 1_000.0;
        }

        boolean free() {
            return run.step().tuning().bandwidth() == 0;
        }

        PreCopy.Course course(Wire wire) {
            return PreCopy.of(
                    run.figures().total(),
                    run.content(),
                    curve,
                    wire,
                    run.step().tuning());
        }
    }

    /** The wire between two hosts whose link is said to have that speed, as a migration that is driven so finds it. */
    public Wire wire(double nominal, Tuning tuning) {
        double speed = link.orElse(nominal);
        return new Wire(speed, speed * (tuning.bandwidth() == 0 ? lastFree : last), setup, keeps, overhead);
    }

    /** Learned from these migrations, all of which landed and tell their content; {@code pair} empty for all alike. */
    static Calibration of(List<Seen> all, Optional<Pair> pair) {
        List<Map.Entry<Seen, Double>> weighed = all.stream()
                .map(seen -> Map.entry(seen, pair.isEmpty() || pair.get().equals(seen.pair()) ? 1.0 : ELSEWHERE))
                .toList();
        return new CalibrationSearch(weighed, pair).found();
    }
}
