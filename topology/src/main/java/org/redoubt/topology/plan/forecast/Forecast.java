package org.redoubt.topology.plan.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Range;
import org.redoubt.topology.plan.Tuning;

/**
 * Says how long a migration takes and how long the guest stands still: the most likely figures, and between which they
 * are expected to lie nine times of ten.
 */
public final class Forecast {

    private static final double NINE_OF_TEN = 1.645;
    /** How far what must be copied may be off while no migration of this guest has told how much of it is zeroes. */
    private static final double UNKNOWN_CONTENT = 0.6;

    private Forecast() {}

    /**
     * What is to be moved.
     *
     * @param memory bytes, positive
     * @param content what of it is not zeroes, as far as that is known
     * @param contentKnown whether one of its migrations has told that
     * @param curves how it may write: the most likely first
     * @param basis what that is taken from, in words
     */
    public record Guest(double memory, double content, boolean contentKnown, List<DirtyCurve> curves, String basis) {

        /** How close to nothing a guest's content comes: something is always sent. */
        private static final double LEAST = 1 << 20;

        public Guest {
            curves = List.copyOf(curves);
            content = Math.clamp(content, Math.min(LEAST, memory), memory);
        }

        /**
         * A guest of so much memory.
         *
         * @param used what of it is in use, as far as the host says
         * @param measured measurements of how it writes, none where nobody looked
         * @param writing what its own migrations taught, those measurements taken into account
         */
        public static Guest of(long memory, OptionalLong used, List<Measured> measured, Optional<Writing> writing) {
            if (writing.isPresent()) {
                Writing is = writing.get();
                String runs = is.runs() == 1 ? "its last migration" : "its last " + is.runs() + " migrations";
                return new Guest(
                        Math.max(memory, is.memory()),
                        is.content(),
                        true,
                        is.plausible(),
                        measured.isEmpty() ? runs : runs + " and what it writes now");
            }
            return new Guest(
                    memory,
                    Math.min(memory, used.orElse(memory)),
                    false,
                    new CurveSearch(memory, measured, List.of(), run -> Wire.of(1)).found(),
                    measured.isEmpty()
                            ? "what guests usually write, for nothing is known of this one"
                            : "what it writes, as measured");
        }
    }

    /**
     * Predicts.
     *
     * @param way what was learned of the way between the two hosts
     * @param leaning by how much this guest's migrations lie beside what is reckoned
     * @param speed what the link is said to carry, bytes per second, positive
     * @param shared how many migrations share it, this one counted
     * @param basis what is known of the link, in words; what was reckoned from is added
     */
    public static Prediction of(
            Guest guest, Calibration way, Leaning leaning, double speed, int shared, Tuning tuning, String basis) {
        Wire wire = way.wire(speed, tuning).shared(shared);
        List<PreCopy.Course> courses = guest.curves().stream()
                .map(curve -> PreCopy.of(guest.memory(), guest.content(), curve, wire, tuning))
                .toList();
        PreCopy.Course likely = courses.getFirst();
        double longer = likely.converges() ? Math.exp(leaning.total()) : 1;
        double stiller = likely.converges() ? Math.exp(leaning.pause()) : 1;
        double unsure = guest.contentKnown() ? 0 : UNKNOWN_CONTENT;
        List<String> known = new ArrayList<>(List.of(basis, guest.basis()));
        if (way.runs() > 0) {
            known.add(way.runs() + " between these hosts");
        }
        return new Prediction(
                millis(longer * likely.seconds()),
                millis(stiller * likely.pause()),
                Math.round(likely.sent()),
                likely.converges(),
                String.join(", ", known),
                range(courses, course -> longer * course.seconds(), Math.hypot(way.spread() * NINE_OF_TEN, unsure)),
                range(courses, course -> stiller * course.pause(), way.pauseSpread() * NINE_OF_TEN),
                (int) Math.round(100 * likely.slowed()));
    }

    private static Range range(List<PreCopy.Course> courses, ToDoubleFunction<PreCopy.Course> of, double spread) {
        boolean converges = courses.getFirst().converges();
        double[] said = courses.stream()
                .filter(course -> course.converges() == converges)
                .mapToDouble(of)
                .sorted()
                .toArray();
        return new Range((long) Math.floor(1_000 * said[0] * Math.exp(-spread)), (long)
                Math.ceil(1_000 * said[said.length - 1] * Math.exp(spread)));
    }

    private static long millis(double seconds) {
        return Math.round(1_000 * seconds);
    }
}
