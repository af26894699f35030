package org.redoubt.agent.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;

class ClockTest {

    private static final Instant ASKED = Instant.ofEpochSecond(1_700_000_000);

    private static Answer date(String text) {
        return new Answer("date", 0, text);
    }

    @Test
    void aHostTwoMinutesAheadIsTwoMinutesAhead() {
        assertThat(Clock.of(date("1700000120.020000000\n"), ASKED, 40_000)).contains(new Clock(120_000, 20));
        assertThat(Clock.of(date("1699999880.020000000\n"), ASKED, 40_000)).contains(new Clock(-120_000, 20));
    }

    @Test
    void aDateWithoutFractionsIsHalfASecondUncertain() {
        assertThat(Clock.of(date("1700000000\n"), ASKED, 0)).contains(new Clock(500, 500));
        assertThat(Clock.of(date("1700000000.%N\n"), ASKED, 0)).contains(new Clock(500, 500));
    }

    @Property
    void whereverInThatTimeTheHostLookedTheTruthIsWithinTheUncertainty(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long skew,
            @ForAll @LongRange(max = 5_000) long there,
            @ForAll @LongRange(max = 5_000) long back) {
        Instant host = ASKED.plusMillis(skew + there);
        String text = "%d.%09d\n".formatted(host.getEpochSecond(), host.getNano());
        Clock clock = Clock.of(date(text), ASKED, (there + back) * 1_000).orElseThrow();

        assertThat(Math.abs(clock.offset() - skew)).isLessThanOrEqualTo(clock.uncertainty());
    }

    @Property
    void anythingElseTellsNothingAndDoesNotThrow(@ForAll String text) {
        assertThat(Clock.of(date("x" + text), ASKED, 1)).isEmpty();
        assertThat(Clock.of(new Answer("date", 127, "1700000000"), ASKED, 1)).isEmpty();
        assertThat(Clock.of(date("9".repeat(400)), ASKED, 1)).isEmpty();
    }
}
