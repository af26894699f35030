package org.redoubt.agent.link;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: 1 s, then twice as long each time up to 30 s, each shortened by chance by up
 * to a quarter, so that a thousand hosts behind one switch are not all asked at the same moment.
 */
public final class Backoff {

    public static final long FIRST = 1_000;
    public static final long MOST = 30_000;

    private final RandomGenerator random;
    private long base = FIRST;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Milliseconds to wait now. */
    public long next() {
        long wait = Math.round(base * (1.0 - random.nextDouble() / 4));
        base = Math.min(MOST, base * 2);
        return wait;
    }

    /** It worked: the next failure is the first one again. */
    public void reset() {
        base = FIRST;
    }
}
