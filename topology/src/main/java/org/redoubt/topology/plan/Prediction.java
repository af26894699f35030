package org.redoubt.topology.plan;

/**
 * What a migration is expected to cost.
 *
 * @param millis the whole of it, as the hypervisor counts its job
 * @param pauseMillis how long the guest stands still at the end
 * @param bytes what will be sent
 * @param converges false when the guest dirties more, while what it dirtied is copied, than fits into the pause; what is
 *     said of time and pause then holds for as long as somebody lets it go on
 * @param basis what it was reckoned from, and what had to be assumed, in words: {@code 10 Gbit/s, dirty rate not known}
 * @param total between what {@code millis} is expected to lie
 * @param pause between what {@code pauseMillis} is expected to lie
 * @param slowed by how much the guest has to be slowed down so that it ends, percent; 0 when not at all
 */
public record Prediction(
        long millis,
        long pauseMillis,
        long bytes,
        boolean converges,
        String basis,
        Range total,
        Range pause,
        int slowed) {

    /** Without a word about how sure it is. */
    public Prediction(long millis, long pauseMillis, long bytes, boolean converges, String basis) {
        this(millis, pauseMillis, bytes, converges, basis, Range.only(millis), Range.only(pauseMillis), 0);
    }
}
