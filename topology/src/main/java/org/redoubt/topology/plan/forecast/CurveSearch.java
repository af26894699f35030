package org.redoubt.topology.plan.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.redoubt.topology.plan.forecast.DirtyCurve.Habit;

/**
 * Finds the curve that explains what was seen of a guest: each candidate is sent through {@link PreCopy} as each past
 * migration was, and the one that comes out as those did is taken. Where nothing was seen, the usual guest is.
 */
final class CurveSearch {

    /** The usual guest: what share of its memory it dirties in a second, and what its working set is. */
    private static final double USUAL_RATE = 0.01;

    private static final double USUAL_SET = 0.05;
    private static final double USUAL_SIGMA = 1.5;

    private static final double LEAST_SET = 256 << 10;
    private static final double LEAST_RATE = 64 << 10;
    private static final double MOST_RATE = 32e9;
    private static final int STEPS = 18;
    /** A curve that explains things by so much worse is no longer plausible. */
    private static final double PLAUSIBLE = 3;

    /** The next older migration of a guest counts so much. */
    private static final double AGEING = 0.75;

    private static final double RESENT_SIGMA = 0.3;
    private static final double PEAK_SIGMA = 0.2;
    private static final double UNSEEN_SIGMA = 0.4;
    /** No figure that is off counts more than this; whether it ended at all does. */
    private static final double OFF = 9;

    private static final double WRONG = 25;
    private static final double MEBIBYTE = 1 << 20;

    private record Candidate(DirtyCurve curve, double cost) {}

    private final double memory;
    private final List<Measured> measured;
    private final List<Run> runs;
    private final Function<Run, Wire> wires;
    private final List<Candidate> tried = new ArrayList<>();

    /** @param runs its migrations, the newest first; all tell their content */
    CurveSearch(double memory, List<Measured> measured, List<Run> runs, Function<Run, Wire> wires) {
        this.memory = memory;
        this.measured = measured;
        this.runs = runs;
        this.wires = wires;
    }

    /** The best first, then what is nearly as good: those that lie furthest from it. */
    List<DirtyCurve> found() {
        double low = Math.log(LEAST_RATE);
        double high = Math.log(MOST_RATE);
        double least = Math.log(LEAST_SET);
        double most = Math.log(Math.max(2 * LEAST_SET, memory));
        double byRate = (high - low) / (STEPS - 1);
        double bySet = (most - least) / (STEPS - 1);
        for (int i = 0; i < STEPS; i++) {
            for (int j = 0; j < STEPS; j++) {
                tryBoth(low + i * byRate, least + j * bySet);
            }
        }
        for (int finer = 0; finer < 3; finer++) {
            byRate /= 2;
            bySet /= 2;
            DirtyCurve best = best().curve();
            for (int i = -2; i <= 2; i++) {
                for (int j = -2; j <= 2; j++) {
                    double set = Math.min(most, Math.log(best.set()) + j * bySet);
                    tryBoth(Math.log(best.rate()) + i * byRate, set);
                }
            }
        }
        return plausible();
    }

    private void tryBoth(double rate, double set) {
        for (Habit habit : Habit.values()) {
            DirtyCurve curve = new DirtyCurve(Math.exp(rate), Math.exp(set), habit);
            tried.add(new Candidate(curve, cost(curve)));
        }
    }

    private Candidate best() {
        return tried.stream().min(Comparator.comparingDouble(Candidate::cost)).orElseThrow();
    }

    private List<DirtyCurve> plausible() {
        Candidate best = best();
        List<DirtyCurve> near = tried.stream()
                .filter(one -> one.cost() <= best.cost() + PLAUSIBLE)
                .map(Candidate::curve)
                .toList();
        List<DirtyCurve> chosen = new ArrayList<>(List.of(best.curve()));
        Comparator<DirtyCurve> byRate = Comparator.comparingDouble(DirtyCurve::rate);
        Comparator<DirtyCurve> bySet = Comparator.comparingDouble(DirtyCurve::set);
        Comparator<DirtyCurve> bySecond = Comparator.comparingDouble(curve -> curve.in(1));
        Comparator<DirtyCurve> byTenth = Comparator.comparingDouble(curve -> curve.in(0.1));
        for (Comparator<DirtyCurve> by : List.of(byRate, bySet, bySecond, byTenth)) {
            near.stream().min(by).ifPresent(chosen::add);
            near.stream().max(by).ifPresent(chosen::add);
        }
        return chosen.stream().distinct().toList();
    }

    private double cost(DirtyCurve curve) {
        double cost = square(Math.log(curve.rate() / (USUAL_RATE * memory)) / USUAL_SIGMA)
                + square(Math.log(curve.set() / (USUAL_SET * memory)) / USUAL_SIGMA);
        boolean known = !measured.isEmpty() || !runs.isEmpty();
        cost *= known ? 0.1 : 1;
        for (Measured one : measured) {
            cost += square((curve.in(one.seconds()) - one.bytes()) / one.doubt());
        }
        double weight = 1;
        for (Run run : runs) {
            cost += weight * cost(curve, run);
            weight *= AGEING;
        }
        return cost;
    }

    private double cost(DirtyCurve curve, Run run) {
        double content = run.content();
        PreCopy.Course course = PreCopy.of(
                run.figures().total(),
                content,
                curve,
                wires.apply(run),
                run.step().tuning());
        double seconds = run.figures().elapsed() / 1_000.0;
        double cost = peak(course, run);
        if (!run.landed()) {
            return bounded(cost) + (course.converges() && course.seconds() < seconds ? WRONG : 0);
        }
        if (!course.converges()) {
            return WRONG;
        }
        double again = Math.max(0, run.figures().content() - content);
        double said = Math.max(0, course.sent() - content);
        double sigma = run.step().tuning().bandwidth() == 0 ? 0.4 : 0.1;
        return bounded(cost)
                + bounded(square(Math.log(course.seconds() / seconds) / sigma))
                + (run.figures().content() < 0
                        ? 0
                        : bounded(square(Math.log((said + MEBIBYTE) / (again + MEBIBYTE)) / RESENT_SIGMA)));
    }

    /** What was seen left was seen now and then: there may well have been more, but hardly less. */
    private static double peak(PreCopy.Course course, Run run) {
        if (run.peak() <= 0 || course.peak() == 0) {
            return 0;
        }
        double more = Math.log((course.peak() + MEBIBYTE) / (run.peak() + MEBIBYTE));
        return more < 0 ? square(more / PEAK_SIGMA) : run.landed() ? 0 : square(more / UNSEEN_SIGMA);
    }

    private static double bounded(double cost) {
        return Math.min(cost, OFF);
    }

    private static double square(double value) {
        return value * value;
    }
}
