package org.redoubt.topology.plan;

/**
 * What a migration is expected to cost.
 *
 * @param millis the whole of it
 * @param pauseMillis how long the guest stands still at the end
 * @param bytes what will be sent
 * @param converges false when the guest dirties memory faster than the link copies it
 * @param basis what it was reckoned from, and what had to be assumed, in words: {@code 10 Gbit/s, dirty rate not known}
 */
public record Prediction(long millis, long pauseMillis, long bytes, boolean converges, String basis) {}
