package org.redoubt.agent.ssh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Answer;

/**
 * How far a host's clock is from this desk's. The host looked at its clock some time between question and answer, so
 * half of that time is how uncertain it is.
 *
 * @param offset milliseconds, the host's minus the desk's
 * @param uncertainty milliseconds, either way
 */
record Clock(long offset, long uncertainty) {

    private static final Pattern DATE = Pattern.compile("([0-9]{1,12})(?:\\.([0-9]{9}|N|%N))?\\s*");

    /** A host whose date(1) knows no fractions says the second that it is in. */
    private static final long HALF_A_SECOND = 500;

    /**
     * Reads {@code date +%s.%N}; empty when it tells nothing.
     *
     * @param asked by the desk's wall clock, when it was asked
     * @param micros how long the answer took
     */
    static Optional<Clock> of(Answer date, Instant asked, long micros) {
        Matcher told = DATE.matcher(date.text());
        if (!date.succeeded() || !told.matches() || micros < 0) {
            return Optional.empty();
        }
        boolean fine = told.group(2) != null && Character.isDigit(told.group(2).charAt(0));
        long host = new BigDecimal(fine ? told.group(1) + "." + told.group(2) : told.group(1))
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        long half = (micros / 2 + 500) / 1_000;
        long coarse = fine ? 0 : HALF_A_SECOND;
        return Optional.of(new Clock(host + coarse - (asked.toEpochMilli() + half), half + coarse));
    }
}
