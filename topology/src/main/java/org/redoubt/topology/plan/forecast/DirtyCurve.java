package org.redoubt.topology.plan.forecast;

/**
 * How much memory a guest writes: the distinct bytes it dirties in a stretch of time, however often each. It grows at
 * {@code rate} at first and never beyond {@code set}, its working set: a rate alone cannot tell a guest that rewrites
 * little memory fast, which can be moved, from one that rewrites much, which cannot.
 *
 * @param rate bytes per second that it begins with
 * @param set the most that it comes to, bytes
 * @param habit in what order it writes
 */
public record DirtyCurve(double rate, double set, Habit habit) {

    /** In what order a guest writes its working set. */
    public enum Habit {
        /** Round and round: no page twice before each was written once. */
        ROUND,
        /** Anywhere: the more is dirty already, the more often it hits what is. */
        SCATTERED
    }

    public DirtyCurve {
        if (!(rate >= 0) || !(set >= 0)) {
            throw new IllegalArgumentException("a guest dirties no less than nothing: " + rate + ", " + set);
        }
    }

    /** The distinct bytes that it dirties in so many seconds. */
    public double in(double seconds) {
        if (set == 0 || rate == 0 || seconds <= 0) {
            return 0;
        }
        double share = rate * seconds / set;
        return switch (habit) {
            case ROUND -> set * Math.min(1, share);
            case SCATTERED -> -set * StrictMath.expm1(-share);
        };
    }

    /** What is dirty after so many seconds of what was and what came to it. */
    double after(double dirty, double seconds) {
        double more = in(seconds);
        double most = Math.max(set, dirty);
        return switch (habit) {
            case ROUND -> Math.min(most, dirty + more);
            case SCATTERED -> dirty >= set ? dirty : dirty + more * (1 - dirty / set);
        };
    }

    /** The same guest, slowed down by this share. */
    DirtyCurve slowed(double share) {
        return share == 0 ? this : new DirtyCurve(rate * (1 - share), set, habit);
    }
}
