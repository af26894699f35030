package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.DIRTY_RATE;
import static org.redoubt.topology.model.Attributes.MEMORY_USED;
import static org.redoubt.topology.model.Attributes.MIGRATION_SPEED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;

/**
 * How long a live migration takes, by the textbook model of iterative pre-copy: each pass copies what was dirtied during
 * the one before, until the rest fits into the pause. What is not known is assumed, and the prediction says so.
 */
public final class Predicting {

    /** The link that is assumed when no host says what it has: 1 Gbit/s. */
    public static final long ASSUMED_SPEED = 125_000_000;

    /** The pause that QEMU allows itself when nobody sets another, milliseconds. */
    public static final long USUAL_PAUSE = 300;

    /** What stopping, sending the devices' state and going on takes besides, milliseconds. */
    private static final long SWITCH_MILLIS = 20;

    private static final int MOST_PASSES = 500;
    /** QEMU throttles a guest that dirties more than half of what was sent in a period, from the second time on. */
    private static final double HIGH = 0.5;

    private static final double FIRST_THROTTLE = 0.20;
    private static final double THROTTLE_STEP = 0.10;
    private static final double MOST_THROTTLE = 0.99;

    private Predicting() {}

    /** The prediction for this move; empty when the VM's memory is not known. */
    static Optional<Prediction> of(Move move, Tuning tuning) {
        Ground ground = move.ground();
        if (ground.memory() <= 0) {
            return Optional.empty();
        }
        List<String> basis = new ArrayList<>();
        long link = link(move, basis);
        int others = Math.max(
                ground.migrations().getOrDefault(move.target().id(), 0),
                move.source()
                        .map(host -> ground.migrations().getOrDefault(host.id(), 0))
                        .orElse(0));
        if (others > 0) {
            basis.add("shared with " + others + " more");
        }
        long memory = Math.min(ground.memory(), ground.vm().value(MEMORY_USED).orElse(ground.memory()));
        long dirtyRate = ground.vm().value(DIRTY_RATE).orElse(-1L);
        if (dirtyRate < 0) {
            dirtyRate = ground.memory() / 100;
            basis.add("dirty rate not known, 1 % of its memory a second assumed");
        }
        return Optional.of(
                migration(Math.max(1, memory), dirtyRate, link / (1 + others), tuning, String.join(", ", basis)));
    }

    private static long link(Move move, List<String> basis) {
        Optional<Long> here = move.source().flatMap(host -> speed(host));
        Optional<Long> there = speed(move.target());
        if (here.isEmpty() && there.isEmpty()) {
            basis.add(Amounts.rate(ASSUMED_SPEED) + " assumed");
            return ASSUMED_SPEED;
        }
        long link = Math.min(here.orElse(Long.MAX_VALUE), there.orElse(Long.MAX_VALUE));
        basis.add(Amounts.rate(link));
        return link;
    }

    private static Optional<Long> speed(Element.Host host) {
        return host.value(MIGRATION_SPEED).filter(speed -> speed > 0);
    }

    /**
     * The migration of a guest.
     *
     * @param memory what has to be copied, bytes, positive
     * @param dirtyRate bytes per second that the guest dirties while it runs at full speed
     * @param link bytes per second, positive
     */
    public static Prediction migration(long memory, long dirtyRate, long link, Tuning tuning, String basis) {
        double rate = tuning.bandwidth() > 0 ? Math.min(tuning.bandwidth(), link) : link;
        double limit = (tuning.pauseLimit() > 0 ? tuning.pauseLimit() : USUAL_PAUSE) / 1_000.0;
        double left = memory;
        double seconds = 0;
        double sent = 0;
        double throttle = 0;
        int high = 0;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            double took = left / rate;
            seconds += took;
            sent += left;
            double dirtied = Math.min(memory, dirtyRate * (1 - throttle) * took);
            if (dirtied / rate <= limit) {
                // The last copy is made with the guest stopped, at the link's speed whatever the bandwidth allowed.
                double pause = dirtied / link;
                return prediction(seconds + pause, pause, sent + dirtied, true, basis);
            }
            high = dirtied > HIGH * left ? high + 1 : high;
            if (tuning.autoConverge() && high >= 2) {
                throttle = throttle == 0 ? FIRST_THROTTLE : Math.min(MOST_THROTTLE, throttle + THROTTLE_STEP);
                high = 1;
            }
            left = dirtied;
        }
        double first = memory / rate;
        return prediction(first, Math.min(memory, dirtyRate * first) / link, memory, false, basis);
    }

    private static Prediction prediction(double seconds, double pause, double bytes, boolean converges, String basis) {
        return new Prediction(
                Math.round(seconds * 1_000) + SWITCH_MILLIS,
                Math.round(pause * 1_000) + SWITCH_MILLIS,
                Math.round(bytes),
                converges,
                basis);
    }
}
