package org.redoubt.agent.ssh.read.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.topology.model.ElementId;

class AskedTest {

    private final Reading reading = new Reading();

    private Asked asked(int exit, String text) {
        return new Asked(new Round(ElementId.host("h1"), 0, Map.of("q", new Answer("q", exit, text))), reading);
    }

    @Test
    void whatWasNotAskedIsNotUnreadable() {
        assertThat(asked(0, "x\n").text("other")).isEmpty();
        assertThat(asked(0, "x\n").json("other")).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
    }

    @Test
    void aTextOfACommandThatDidNotEndWellIsNotLookedAt() {
        assertThat(asked(124, "x y=1\n").lines("q")).isEmpty();
        assertThat(asked(127, "{}").json("q")).isEmpty();
        assertThat(asked(-1, "").text("q")).isEmpty();
        assertThat(asked(1, "== x\n").sections("q")).isEmpty();
        assertThat(asked(0, "x".repeat(Asked.LONGEST + 1)).text("q")).isEmpty();
        assertThat(reading.unreadable())
                .containsExactly(
                        "q: it did not end in its time",
                        "q: there is no such command",
                        "q: it is too long",
                        "q: it failed with exit code 1",
                        "q: it is too long");
    }

    @Test
    void whatHasNoCommandMayBeAbsent() {
        assertThat(asked(127, "").ofWhatMayBeAbsent().json("q")).isEmpty();
        assertThat(asked(127, "").absent("q")).isTrue();
        assertThat(asked(0, "").absent("q")).isFalse();
        assertThat(reading.unreadable()).isEmpty();
        assertThat(asked(1, "").ofWhatMayBeAbsent().json("q")).isEmpty();
        assertThat(reading.unreadable()).hasSize(1);
    }

    @Test
    void aFormThatDoesNotFitIsSaid() {
        assertThat(asked(0, "{").json("q")).isEmpty();
        assertThat(asked(0, "a b=c").lines("q")).isEmpty();
        assertThat(asked(0, "x\n").sections("q")).isEmpty();
        assertThat(asked(0, "a b=c\nx\n").lines("q")).isPresent();
        assertThat(asked(0, "== a\n== a\n").sections("q")).isPresent();
        assertThat(reading.unreadable())
                .containsExactly(
                        "q: it is no whole JSON",
                        "q: it is cut off",
                        "q: it is cut off",
                        "q: 1 of its lines are not as expected",
                        "q: 1 of its lines are not as expected");
    }

    @Test
    void whoAsksQuietlySaysNothing() {
        assertThat(asked(1, "").quietly().text("q")).isEmpty();
        assertThat(reading.unreadable()).isEmpty();
    }
}
