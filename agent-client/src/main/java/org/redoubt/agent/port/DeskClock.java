package org.redoubt.agent.port;

import java.time.Instant;

/** The desk's two clocks: one that only goes forward and orders claims, one that people read. */
public interface DeskClock {

    /** Milliseconds from some moment of this process; never goes back, never follows a host's clock. */
    long millis();

    /** The same clock in microseconds, for what takes less than a millisecond; as fine as this desk can tell. */
    default long micros() {
        return millis() * 1_000;
    }

    /** The wall clock, for people and the journal only; nothing is decided by it. */
    Instant wall();
}
