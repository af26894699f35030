package org.redoubt.topology.plan;

/**
 * A migration job's own figures (libvirt: virDomainGetJobStats). Bytes, bytes per second, milliseconds; -1 where the
 * driver does not say.
 *
 * @param total memory to be copied, at least once
 * @param remaining what is still to be copied
 * @param rate what is being copied
 * @param dirtyRate what the guest dirties meanwhile
 * @param iteration which pass over the memory it is in
 * @param elapsed since the job began
 * @param pause how long the guest has stood still so far, or is expected to
 * @param zero what of the memory held nothing but zeroes, and was only told
 * @param content what was copied byte by byte, as often as it was
 * @param throttle how much the guest is slowed down, percent
 */
public record JobFigures(
        long total,
        long processed,
        long remaining,
        long rate,
        long dirtyRate,
        long iteration,
        long elapsed,
        long pause,
        long zero,
        long content,
        long throttle) {

    /** Nothing known yet. */
    public static final JobFigures NONE = new JobFigures(-1, -1, -1, -1, -1, -1, -1, -1);

    /** Of a driver that does not tell zeroes from contents. */
    public JobFigures(
            long total,
            long processed,
            long remaining,
            long rate,
            long dirtyRate,
            long iteration,
            long elapsed,
            long pause) {
        this(total, processed, remaining, rate, dirtyRate, iteration, elapsed, pause, -1, -1, -1);
    }

    /** How much of the first pass is done, 0 to 1; 0 when the total is not known. */
    public double progress() {
        return total <= 0 || remaining < 0 ? 0 : Math.clamp(1.0 - (double) remaining / total, 0.0, 1.0);
    }
}
