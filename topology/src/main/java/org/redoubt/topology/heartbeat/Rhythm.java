package org.redoubt.topology.heartbeat;

import java.util.Arrays;
import java.util.Objects;
import org.redoubt.topology.model.Source;

/**
 * What has been learned of one heartbeat: how far apart its last beats came, and from that how surprising a silence is.
 * A φ-accrual detector (Hayashibara, Défago, Yared, Katayama, SRDS 2004) that knows that beats get lost. It is of use
 * before the first beat, from how often one is expected. A value: hearing a beat makes another one.
 */
public final class Rhythm {

    /** Intervals that are remembered. */
    static final int WINDOW = 200;
    /** What is expected weighs as much as this many intervals, less one for each that was heard. */
    static final int SEED = 16;
    /** However regular it has been, a beat may come this share of an interval off its time. */
    static final double LEAST_DEVIATION = 0.25;

    static final double LEAST_DEVIATION_MILLIS = 250;
    /** The share of beats that get lost though all is well. */
    static final double LOSS = 0.01;
    /** An interval is not learned as longer than this many usual ones: an outage is no rhythm, a new rhythm returns. */
    static final double LONGEST = 4;

    private static final int MOST_LOST = 8;
    private static final double LN_10 = Math.log(10);
    private static final long NEVER = Long.MIN_VALUE;

    private final Source source;
    private final long expected;
    private final long last;
    private final int[] intervals;
    private final int next;
    private final double mean;
    private final double deviation;

    private Rhythm(Source source, long expected, long last, int[] intervals, int next) {
        this.source = source;
        this.expected = expected;
        this.last = last;
        this.intervals = intervals;
        this.next = next;
        double seeds = Math.max(0, SEED - intervals.length);
        double sum = seeds * expected;
        for (int interval : intervals) {
            sum += interval;
        }
        mean = sum / (seeds + intervals.length);
        double squares = seeds * (expected - mean) * (expected - mean);
        for (int interval : intervals) {
            squares += (interval - mean) * (interval - mean);
        }
        double spread = Math.sqrt(squares / (seeds + intervals.length));
        deviation = Math.max(spread, Math.max(LEAST_DEVIATION * mean, LEAST_DEVIATION_MILLIS));
    }

    /**
     * Nothing was heard yet; a beat is expected every so many milliseconds.
     *
     * @param source who will tell of its beats; null when nobody is known to
     */
    public static Rhythm expecting(Source source, long expected) {
        return new Rhythm(source, Math.max(1, expected), NEVER, new int[0], 0);
    }

    /** With a beat at a moment, desk milliseconds; one that is not later than the last changes nothing. */
    public Rhythm heard(long at) {
        if (last == NEVER) {
            return new Rhythm(source, expected, at, intervals, next);
        }
        return at <= last ? this : learned(at, Math.min(at - last, (long) Math.ceil(LONGEST * mean)));
    }

    /** With a beat that ends a silence which says nothing of its rhythm, for nobody listened. */
    Rhythm resumed(long at) {
        return at <= last ? this : new Rhythm(source, expected, at, intervals, next);
    }

    /** Expected otherwise from now on: what was learned was another rhythm. */
    Rhythm expected(long every) {
        return every == expected ? this : new Rhythm(source, Math.max(1, every), last, new int[0], 0);
    }

    private Rhythm learned(long at, long interval) {
        int size = intervals.length;
        int[] now = Arrays.copyOf(intervals, Math.min(WINDOW, size + 1));
        now[size < WINDOW ? size : next] = (int) Math.clamp(interval, 1L, Integer.MAX_VALUE);
        return new Rhythm(source, expected, at, now, size < WINDOW ? 0 : (next + 1) % WINDOW);
    }

    /**
     * −log10 of the probability that the next beat comes later than this many milliseconds after the last: 1 is a
     * silence that one beat in ten exceeds, 5 one in a hundred thousand. Never negative, and grows with the silence.
     */
    public double phi(long silence) {
        double[] logs = new double[MOST_LOST + 1];
        double most = Double.NEGATIVE_INFINITY;
        for (int lost = 0; lost <= MOST_LOST; lost++) {
            double beats = lost + 1;
            double off = (silence - beats * mean) / (deviation * Math.sqrt(beats));
            logs[lost] = lost * Math.log(LOSS) + Math.log1p(-LOSS) + Tail.log(off);
            most = Math.max(most, logs[lost]);
        }
        double sum = 0;
        for (double log : logs) {
            sum += Math.exp(log - most);
        }
        return Math.max(0, -(most + Math.log(sum)) / LN_10);
    }

    /** The usual milliseconds between two beats. */
    public double mean() {
        return mean;
    }

    /** How far off its time a beat usually is, milliseconds; never less than what is allowed to any. */
    public double deviation() {
        return deviation;
    }

    /** Who tells of its beats; null when nobody did yet. */
    Source of() {
        return source;
    }

    boolean never() {
        return last == NEVER;
    }

    /** How often it is meant to be heard, milliseconds. */
    public long expected() {
        return expected;
    }

    /** How many intervals this was learned from. */
    public int learned() {
        return intervals.length;
    }

    /** When it was heard last, desk milliseconds; {@link Long#MIN_VALUE} when never. */
    public long last() {
        return last;
    }

    /** The last beats, desk milliseconds, oldest first, as far as they are remembered and no more than {@code most}. */
    public long[] beats(int most) {
        if (last == NEVER || most < 1) {
            return new long[0];
        }
        long[] beats = new long[Math.min(most, intervals.length + 1)];
        long at = last;
        for (int i = beats.length - 1, back = 1; i >= 0; i--, back++) {
            beats[i] = at;
            int place = Math.floorMod(next - back, Math.max(1, intervals.length));
            at -= intervals.length == 0 ? 0 : intervals[place];
        }
        return beats;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rhythm rhythm
                && Objects.equals(source, rhythm.source)
                && expected == rhythm.expected
                && last == rhythm.last
                && next == rhythm.next
                && Arrays.equals(intervals, rhythm.intervals);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(last) * 31 + Arrays.hashCode(intervals);
    }

    @Override
    public String toString() {
        return "every %.0f ± %.0f ms, from %d".formatted(mean, deviation, intervals.length);
    }
}
