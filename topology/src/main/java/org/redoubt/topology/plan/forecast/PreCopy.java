package org.redoubt.topology.plan.forecast;

import org.redoubt.topology.plan.Tuning;

/**
 * Pre-copy as QEMU decides it. Memory is sent in bursts; before each, what is left is held against what fits into the
 * allowed pause, and where it might fit, what was dirtied since the last look is added and it is asked again. It ends
 * when the answer is still yes, and never does when the guest dirties, between two looks, more than was sent.
 */
public final class PreCopy {

    /** The pause that QEMU allows itself when nobody sets another, seconds. */
    public static final double USUAL_PAUSE = 0.3;

    /** How long a burst is, seconds: a stream that is limited gets its share of a tenth, one that is not looks up sooner. */
    private static final double LIMITED_BURST = 0.1;

    private static final double FREE_BURST = 0.05;
    /** Before so many seconds it does not know how fast it sends, and so not what would fit. */
    private static final double FIRST_LOOK = 0.1;
    /** How often it may look in vain before it is taken to go on so for ever. */
    private static final int MOST_LOOKS = 600;

    private static final double PAGE = 4096;

    // QEMU slows a guest down that has twice dirtied more than half of what was sent in a second or more.
    private static final double THROTTLE_PERIOD = 1;
    private static final double HIGH = 0.5;
    private static final double FIRST_THROTTLE = 0.20;
    private static final double THROTTLE_STEP = 0.10;
    private static final double MOST_THROTTLE = 0.99;

    /**
     * How one went.
     *
     * @param converges whether it ended by itself
     * @param seconds how long it took, the pause included; where it does not converge, what one pass over the memory takes
     * @param pause how long the guest stood still; where it does not converge, what stopping it then would cost
     * @param sent bytes
     * @param peak the most that was left to be sent at a look after the second pass, bytes; 0 when there was none
     * @param slowed by which share of its speed the guest was slowed down in the end
     */
    public record Course(boolean converges, double seconds, double pause, double sent, double peak, double slowed) {}

    private final DirtyCurve curve;
    private final double last;
    private final double rate;
    private final double chunk;
    private final double burst;
    private final double threshold;
    private final boolean throttles;
    private double throttle;
    private int high;
    private double periodSeconds;
    private double periodDirtied;

    private PreCopy(DirtyCurve curve, Wire wire, Tuning tuning) {
        this.curve = curve;
        this.last = wire.last();
        boolean limited = tuning.bandwidth() > 0 && tuning.bandwidth() < wire.link();
        this.rate = limited ? tuning.bandwidth() : wire.link();
        // A burst is as large as the limit says, and takes a little longer.
        this.burst = limited ? LIMITED_BURST / wire.keeps() : FREE_BURST;
        this.chunk = limited ? rate * LIMITED_BURST : rate * FREE_BURST;
        this.threshold = rate * (tuning.pauseLimit() > 0 ? tuning.pauseLimit() / 1_000.0 : USUAL_PAUSE);
        this.throttles = tuning.autoConverge();
    }

    /**
     * The course of a migration.
     *
     * @param memory what the guest has, bytes, positive
     * @param content what of it is not zeroes, bytes
     */
    public static Course of(double memory, double content, DirtyCurve curve, Wire wire, Tuning tuning) {
        return new PreCopy(curve, wire, tuning).run(memory, Math.min(memory, content), wire);
    }

    private Course run(double memory, double content, Wire wire) {
        double wanted = Math.max(0, memory - threshold) * content / memory;
        double bursts = Math.max(Math.ceil(FIRST_LOOK / burst - 1e-9), Math.ceil(wanted / chunk));
        double left = Math.max(0, content - bursts * chunk);
        double took = left > 0 ? bursts * burst : Math.min(bursts, content / chunk) * burst;
        double seconds = wire.setup() + took;
        double sent = content - left;
        double more = curve.in(took);
        double dirty = left + more * (1 - left / Math.max(content, 1));
        look(took, dirty - left);
        double peak = 0;
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            // at the first look, what was never sent is left as well: that says little of what is dirtied
            peak = looks == 0 ? 0 : Math.max(peak, dirty);
            if (dirty <= threshold) {
                double pause = dirty / last + wire.overhead();
                return new Course(true, seconds + pause, pause, sent + dirty, peak, throttle);
            }
            bursts = Math.max(1, Math.ceil((dirty - threshold) / chunk));
            double gone = Math.min(dirty, bursts * chunk);
            double before = dirty;
            left = dirty - gone;
            took = bursts * burst;
            dirty = curve.slowed(throttle).after(left, took);
            seconds += took;
            sent += gone;
            boolean same = Math.abs(dirty - before) < PAGE && !throttles;
            look(took, dirty - left);
            if (same) {
                break;
            }
        }
        return new Course(
                false, wire.setup() + content / rate, dirty / last + wire.overhead(), content, peak, throttle);
    }

    /** What QEMU does at a look: where it may slow guests down, this is when it decides to. */
    private void look(double took, double dirtied) {
        periodSeconds += took;
        periodDirtied += dirtied;
        if (periodSeconds < THROTTLE_PERIOD) {
            return;
        }
        if (throttles && periodDirtied > HIGH * rate * periodSeconds && ++high >= 2) {
            high = 0;
            throttle = throttle == 0 ? FIRST_THROTTLE : Math.min(MOST_THROTTLE, throttle + THROTTLE_STEP);
        }
        periodSeconds = 0;
        periodDirtied = 0;
    }
}
