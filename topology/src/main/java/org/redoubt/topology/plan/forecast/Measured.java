package org.redoubt.topology.plan.forecast;

/**
 * One measurement of a guest's writing: the distinct bytes that it dirtied in so many seconds, by a sample of its pages.
 *
 * @param seconds how long was looked
 * @param bytes what the sample comes to
 * @param memory what was sampled
 */
public record Measured(double seconds, double bytes, double memory) {

    /** QEMU looks at so many pages of each gibibyte. */
    private static final double SAMPLED = 512.0 / (1L << 30);

    /** So many times its doubt a sample lies beside the truth once in hundreds. */
    private static final double AGREES = 3;

    private static final double LEAST = 1 << 20;

    /** Whether a curve may well be what was sampled. */
    boolean agrees(DirtyCurve curve) {
        return Math.abs(curve.in(seconds) - bytes) <= AGREES * doubt();
    }

    /** How far the sample may be off, bytes. */
    double doubt() {
        double pages = Math.max(1, memory * SAMPLED);
        double share = Math.clamp(bytes / memory, 0.5 / pages, 1);
        // The answer comes in whole MiB a second.
        return Math.max(LEAST * seconds, memory * Math.sqrt(share * Math.max(1 - share, 0.5 / pages) / pages));
    }
}
