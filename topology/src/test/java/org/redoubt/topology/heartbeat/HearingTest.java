package org.redoubt.topology.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.heartbeat.Beat.Level;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class HearingTest {

    private static final ElementId ONE = ElementId.host("one");

    private Site site = Site.empty("small");
    private long sequence;

    private <T> void says(long at, ElementId element, Attribute<T> attribute, T value) {
        site = Folding.fold(
                site,
                new Fact.Report(
                        new Source("libvirt", "one"),
                        ++sequence,
                        at,
                        List.of(new Assertion<>(element, attribute, value))));
    }

    private Hearing at(long now) {
        return Hearing.of(site.host(ONE).orElseThrow(), now);
    }

    @ParameterizedTest
    @CsvSource({"0, HEARD", "10000, HEARD", "10001, LATE", "15000, LATE", "15001, SILENT", "900000, SILENT"})
    void aHostIsLateAfterTwoBeatsAndSilentAfterThree(long silence, Level level) {
        says(1_000, ONE, LINK, LinkState.CONNECTED);
        says(1_000, ONE, MEMORY_FREE, 1L);
        Hearing hearing = at(1_000 + silence);
        assertThat(hearing.level()).isEqualTo(level);
        assertThat(hearing.millis()).isEqualTo(silence);
        assertThat(hearing.expected()).isEqualTo(5_000);
    }

    @Test
    void howOftenItIsMeantToBeHeardItSaysItself() {
        says(0, ONE, BEAT_EXPECTED, 1_000L);
        says(0, ONE, BEAT, 990L);
        assertThat(at(2_001).level()).isEqualTo(Level.LATE);
        assertThat(at(3_001).level()).isEqualTo(Level.SILENT);
    }

    /** Every attempt to connect says something of the link; none of it was said by the host's agent. */
    @Test
    void whatThisDeskSaysOfTheLinkIsNotHearingTheHost() {
        says(0, ONE, MEMORY_FREE, 1L);
        says(20_000, ONE, LINK, LinkState.REFUSED);
        says(20_000, ONE, LINK_DETAIL, "connection refused");
        assertThat(at(20_000).level()).isEqualTo(Level.SILENT);
        assertThat(at(20_000).link()).isEqualTo(LinkState.REFUSED);
        assertThat(at(20_000).words())
                .isEqualTo("silent for 20 s: it refuses the connection: the machine lives, its agent does not");
    }

    @Test
    void neverHeardIsNotFine() {
        says(0, ONE, NAME, "one");
        assertThat(at(0).level()).isEqualTo(Level.NOT_HEARD);
        assertThat(at(0).millis()).isEqualTo(-1);
        assertThat(at(0).words()).isEqualTo("not heard yet: connecting");
        says(0, ONE, LINK, LinkState.CONNECTED);
        assertThat(at(0).words()).isEqualTo("not heard yet: connected");
    }

    @Test
    void aLinkThatHangsIsSilentAtOnce() {
        says(0, ONE, MEMORY_FREE, 1L);
        says(0, ONE, LINK, LinkState.HANGS);
        assertThat(at(4_000).level()).isEqualTo(Level.SILENT);
    }

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void noStateOfALinkIsCalledDown(LinkState link) {
        assertThat(Hearing.words(link)).isNotBlank().doesNotContainIgnoringCase("down");
    }

    @Test
    void aLongSilenceIsToldInMinutes() {
        says(0, ONE, LINK, LinkState.CONNECTED);
        says(0, ONE, MEMORY_FREE, 1L);
        assertThat(at(300_000).words()).isEqualTo("silent for 5 min");
    }

    @Test
    void aRingIsHeardByItsBeats() {
        ElementId ring = new ElementId(ElementKind.RING, "payroll/0");
        says(0, ring, NAME, "ring 0");
        assertThat(beat(ring, 0)).isNull();
        says(0, ring, BEAT_EXPECTED, 1_000L);
        assertThat(beat(ring, 3_001)).isEqualTo(new Beat(Level.NOT_HEARD, -1, 1_000, -1, 0));
        says(500, ring, BEAT, 1_010L);
        Beat heard = beat(ring, 600);
        assertThat(heard).isEqualTo(new Beat(Level.HEARD, 100, 1_000, 1_010, heard.phi()));
        assertThat(beat(ring, 2_501).level()).isEqualTo(Level.LATE);
        assertThat(beat(ring, 4_501).level()).isEqualTo(Level.SUSPECT);
        assertThat(beat(ring, 6_501).level()).isEqualTo(Level.SILENT);
    }

    @Test
    void aRhythmThatBeganLessThanThreeBeatsAgoIsLearnt() {
        ElementId ring = new ElementId(ElementKind.RING, "payroll/0");
        says(10_000, ring, BEAT_EXPECTED, 1_000L);
        assertThat(beat(ring, 10_000)).isEqualTo(new Beat(Level.LEARNING, -1, 1_000, -1, 0));
        assertThat(beat(ring, 13_000).level()).isEqualTo(Level.LEARNING);
        assertThat(beat(ring, 13_001).level()).isEqualTo(Level.NOT_HEARD);
    }

    /** Its first beat is the second answer: how far apart the two were. */
    @Test
    void aHostsRhythmIsLearntFromWhenItWasConnected() {
        says(0, ONE, BEAT_EXPECTED, 5_000L);
        says(0, ONE, LINK, LinkState.CONNECTING);
        assertThat(beat(ONE, 1_000).level()).isEqualTo(Level.LEARNING);
        assertThat(beat(ONE, 15_001).level()).isEqualTo(Level.NOT_HEARD);
        says(16_000, ONE, LINK, LinkState.CONNECTED);
        assertThat(beat(ONE, 20_000).level()).isEqualTo(Level.LEARNING);
        says(21_000, ONE, BEAT, 5_000L);
        assertThat(beat(ONE, 21_000).level()).isEqualTo(Level.HEARD);
    }

    @Test
    void nothingIsLearntFromAHostThatCannotBeHeard() {
        says(0, ONE, BEAT_EXPECTED, 5_000L);
        says(0, ONE, LINK, LinkState.UNREACHABLE);
        assertThat(beat(ONE, 1_000).level()).isEqualTo(Level.NOT_HEARD);
    }

    private Beat beat(ElementId id, long now) {
        return Beat.of(site.find(id).orElseThrow(), now).orElse(null);
    }
}
