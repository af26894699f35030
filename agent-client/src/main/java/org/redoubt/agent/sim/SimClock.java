package org.redoubt.agent.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.redoubt.agent.port.DeskClock;

/** A desk's clock that stands still until somebody lets time pass: for tests, and to run a story without waiting. */
public final class SimClock implements DeskClock {

    private static final Instant BEGINS = Instant.parse("2026-01-05T09:30:00Z");

    private final AtomicLong millis = new AtomicLong();

    /** Lets time pass. */
    public void pass(long more) {
        if (more < 0) {
            throw new IllegalArgumentException("time does not go back: " + more);
        }
        millis.addAndGet(more);
    }

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public Instant wall() {
        return BEGINS.plus(Duration.ofMillis(millis()));
    }
}
