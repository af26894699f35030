package org.redoubt.topology.plan;

/** From the least to the most that is expected of something; milliseconds. */
public record Range(long low, long high) {

    public Range {
        if (low > high) {
            throw new IllegalArgumentException("from " + low + " to " + high);
        }
    }

    /** No more is known than one figure. */
    public static Range only(long value) {
        return new Range(value, value);
    }

    public boolean holds(long value) {
        return low <= value && value <= high;
    }
}
