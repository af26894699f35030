package org.redoubt.topology.plan.forecast;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.redoubt.topology.plan.forecast.Calibration.Pair;
import org.redoubt.topology.plan.forecast.Calibration.Seen;

/** Finds the figures of a wire that explain past migrations best, none of them far from what is usual without reason. */
final class CalibrationSearch {

    /** What a link is taken for while none was seen unlimited: then it does not matter, for a limit is what counts. */
    static final double SOME_LINK = 500e6;

    private static final double TOTAL_SIGMA = 0.1;
    private static final double PAUSE_SIGMA = 0.4;
    /** A host that was busy with something else makes a pause as long as it likes: the usual one is looked for. */
    private static final double PAUSE_MOST = 4;

    /** How much less than the next newer one an unlimited one tells of a link. */
    private static final double OLDER = 0.5;

    private static final double[] SETUP = {0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2, 2};
    private static final double[] KEEPS = {0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.88, 0.91, 0.94, 0.97, 1};
    private static final double[] LAST = {0.5, 0.7, 1, 1.4, 2, 2.8, 4, 5.6, 8, 11, 16};
    private static final double[] OVERHEAD = {0.004, 0.006, 0.009, 0.013, 0.02, 0.03, 0.045, 0.07, 0.1, 0.15, 0.25, 0.4
    };

    private final List<Map.Entry<Seen, Double>> all;
    private final Optional<Pair> pair;

    CalibrationSearch(List<Map.Entry<Seen, Double>> all, Optional<Pair> pair) {
        this.all = all;
        this.pair = pair;
    }

    Calibration found() {
        if (all.isEmpty()) {
            return Calibration.NONE;
        }
        OptionalDouble link = link();
        double speed = link.orElse(SOME_LINK);
        Wire timed = timed(Wire.of(speed));
        Wire limited = stopped(timed, false, OVERHEAD);
        // too little of an unlimited one's pause is anything but the copy to learn that from it
        Wire free = stopped(timed, true, new double[] {limited.overhead()});
        int runs = (int) all.stream()
                .filter(one -> pair.isEmpty() || pair.get().equals(one.getKey().pair()))
                .count();
        return new Calibration(
                link,
                limited.last() / limited.link(),
                free.last() / free.link(),
                timed.setup(),
                timed.keeps(),
                limited.overhead(),
                runs,
                spread(seen -> seen.free() ? free : limited, CalibrationSearch::error, 0.3),
                spread(seen -> seen.free() ? free : limited, CalibrationSearch::pauseError, 0.6));
    }

    /**
     * The speed at which the unlimited ones between these hosts went, of each older one half as much of it as of the next:
     * where nobody limits it, it is the hosts and whatever else they do that decide. Without any, it is not known.
     */
    private OptionalDouble link() {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        for (Map.Entry<Seen, Double> one : all) {
            Seen seen = one.getKey();
            double seconds = seen.seconds() - Wire.USUAL_SETUP;
            boolean here = pair.isEmpty() || pair.get().equals(seen.pair());
            if (here && seen.free() && seconds > 0.05) {
                double sent =
                        Math.max(seen.run().content(), seen.run().figures().content());
                sum += weight * Math.log(Math.max(1, sent) / seconds);
                weights += weight;
                weight *= OLDER;
            }
        }
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(sum / weights));
    }

    /** With the set-up and the share of a limit that explain the whole times best. */
    private Wire timed(Wire from) {
        Wire best = from;
        double least = Double.MAX_VALUE;
        for (double setup : SETUP) {
            for (double keeps : KEEPS) {
                Wire wire = new Wire(from.link(), from.last(), setup, keeps, from.overhead());
                double cost = square(Math.log(setup / Wire.USUAL_SETUP) / 1.2)
                        + square(Math.log(keeps / Wire.USUAL_KEEPS) / 0.15);
                for (Map.Entry<Seen, Double> one : all) {
                    Seen seen = one.getKey();
                    PreCopy.Course course = seen.course(wire);
                    // the pause is learned by itself: here the real one is taken
                    double said = course.seconds() - course.pause() + seen.pause();
                    double sigma = seen.free() ? 3 * TOTAL_SIGMA : TOTAL_SIGMA;
                    cost += one.getValue() * bounded(square(Math.log(said / seen.seconds()) / sigma));
                }
                if (cost < least) {
                    least = cost;
                    best = wire;
                }
            }
        }
        return best;
    }

    /** With the speed of the last copy and what comes on top that explain the pauses best. */
    private Wire stopped(Wire from, boolean free, double[] overheads) {
        Wire best = from;
        double least = Double.MAX_VALUE;
        for (double last : LAST) {
            for (double overhead : overheads) {
                Wire wire = new Wire(from.link(), from.link() * last, from.setup(), from.keeps(), overhead);
                double cost = square(Math.log(last / (free ? 1 : 1.4)) / 1.2)
                        + square(Math.log(overhead / Wire.USUAL_OVERHEAD) / 0.8);
                for (Map.Entry<Seen, Double> one : all) {
                    if (one.getKey().free() == free) {
                        cost += one.getValue()
                                * Math.min(PAUSE_MOST, square(pauseError(one.getKey(), wire) / PAUSE_SIGMA));
                    }
                }
                if (cost < least) {
                    least = cost;
                    best = wire;
                }
            }
        }
        return best;
    }

    private static double error(Seen seen, Wire wire) {
        return Math.log(seen.course(wire).seconds() / seen.seconds());
    }

    private static double pauseError(Seen seen, Wire wire) {
        return seen.run().figures().pause() <= 0
                ? 0
                : Math.log(seen.course(wire).pause() / seen.pause());
    }

    /** How far they lie from what is said of them; {@code usual} counts as two more. */
    private double spread(Function<Seen, Wire> wires, ToDoubleBiFunction<Seen, Wire> error, double usual) {
        double sum = 2 * usual * usual;
        double weights = 2;
        for (Map.Entry<Seen, Double> one : all) {
            Wire wire = wires.apply(one.getKey());
            if (one.getKey().course(wire).converges()) {
                sum += one.getValue() * square(error.applyAsDouble(one.getKey(), wire));
                weights += one.getValue();
            }
        }
        return Math.sqrt(sum / weights);
    }

    /** One migration that went quite otherwise does not outweigh all the others. */
    private static double bounded(double cost) {
        return Math.min(cost, 9);
    }

    private static double square(double value) {
        return value * value;
    }
}
