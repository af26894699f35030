package org.redoubt.agent.libvirt;

import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt: 1 s, then twice as long each time up to 30 s, each shortened by chance by up
 * to a quarter, so that a thousand hosts behind one switch are not all asked at the same moment.
 */
final class Backoff {

    static final long FIRST = 1_000;
    static final long MOST = 30_000;

    private final RandomGenerator random;
    private long base = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** Milliseconds to wait now. */
    long next() {
        long wait = Math.round(base * (1.0 - random.nextDouble() / 4));
        base = Math.min(MOST, base * 2);
        return wait;
    }

    /** It worked: the next failure is the first one again. */
    void reset() {
        base = FIRST;
    }
}
