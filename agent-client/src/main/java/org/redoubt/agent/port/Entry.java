package org.redoubt.agent.port;

import java.time.Instant;
import java.util.UUID;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.forecast.Run;

/** A line of the journal. Numbers are consecutive from 1; each line carries the hash of the one before. */
public sealed interface Entry {

    long number();

    Instant at();

    String desk();

    /** The console was started on this journal; {@code repaired} says what had to be mended, or is empty. */
    record Opened(long number, Instant at, String desk, String version, String repaired) implements Entry {}

    record Intended(long number, Instant at, String desk, Intent intent) implements Entry {}

    /** The outcome of an intent. A later one for the same intent settles one that was unknown. */
    record Concluded(long number, Instant at, String desk, UUID intent, Outcome outcome) implements Entry {}

    /** What an intent that was carried out had been predicted to take, and what it took. */
    record Scored(long number, Instant at, String desk, UUID intent, Run run) implements Entry {}

    /** Something that an operator or the console wants remembered. */
    record Noted(long number, Instant at, String desk, String text) implements Entry {}
}
