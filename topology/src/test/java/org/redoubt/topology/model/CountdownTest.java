package org.redoubt.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.COUNTDOWN;
import static org.redoubt.topology.model.Attributes.COUNTDOWN_LEFT;

import org.junit.jupiter.api.Test;

class CountdownTest {

    private Element host = Element.of(ElementId.host("one"), Claims.NONE);
    private long sequence;

    private <T> void says(String source, long at, Attribute<T> attribute, T value) {
        Claim<T> claim = new Claim<>(attribute, Source.parse(source), ++sequence, at, at, value);
        host = host.with(host.claims().with(claim));
    }

    private String words(long now) {
        return Countdown.of(host, now).map(Countdown::words).orElse("");
    }

    @Test
    void aClockRunsOnWhileNothingIsHeard() {
        says("pacemaker@a", 2_000, COUNTDOWN, "self-fence");
        assertThat(words(2_000)).as("how long is not known").isEmpty();
        says("pacemaker@a", 2_000, COUNTDOWN_LEFT, 8_000L);
        assertThat(words(2_000)).isEqualTo("self-fence in 8 s");
        assertThat(words(2_100)).isEqualTo("self-fence in 8 s");
        assertThat(words(9_500)).isEqualTo("self-fence in 1 s");
        assertThat(words(13_000)).as("nobody has said that it is done").isEqualTo("self-fence due 3 s ago");
        assertThat(words(10_000 + Countdown.OVER_MILLIS)).isEmpty();
    }

    @Test
    void whatIsSaidAgainCountsFromThen() {
        says("pacemaker@a", 2_000, COUNTDOWN, "self-fence");
        says("pacemaker@a", 2_000, COUNTDOWN_LEFT, 8_000L);
        says("pacemaker@a", 5_000, COUNTDOWN_LEFT, 8_000L);
        assertThat(words(6_000)).as("the watchdog was fed").isEqualTo("self-fence in 7 s");
        says("pacemaker@a", 7_000, COUNTDOWN_LEFT, null);
        assertThat(words(7_000)).isEmpty();
    }

    @Test
    void theNewestSourceIsTakenWithItsOwnWord() {
        says("pacemaker@a", 2_000, COUNTDOWN, "self-fence");
        says("pacemaker@a", 2_000, COUNTDOWN_LEFT, 8_000L);
        says("corosync@b", 3_000, COUNTDOWN, "token lost");
        says("corosync@b", 3_000, COUNTDOWN_LEFT, 3_000L);
        assertThat(words(4_000)).isEqualTo("token lost in 2 s");
    }
}
