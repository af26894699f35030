package org.redoubt.topology.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.heartbeat.Beat.Level;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

class HeartbeatsTest {

    private static final ElementId ONE = ElementId.host("one");
    private static final ElementId SSH = ONE.part(ElementKind.SERVICE, "ssh");
    private static final Source LIBVIRT = new Source("libvirt", "one");
    private static final Source SHELL = new Source("ssh", "one");

    private Site site = Site.empty("small");
    private Heartbeats heartbeats = Heartbeats.NONE;
    private long sequence;

    private static Fact beat(Source source, long sequence, long at, ElementId heart, long apart) {
        return new Fact.Report(
                source,
                sequence,
                at,
                List.of(new Assertion<>(heart, BEAT, apart), new Assertion<>(heart, BEAT_EXPECTED, 5_000L)));
    }

    private void hear(Fact fact) {
        site = Folding.fold(site, fact);
        heartbeats = heartbeats.after(site);
    }

    private void beat(long at) {
        hear(beat(LIBVIRT, ++sequence, at, ONE, 5_000));
    }

    private void tick(long from, long to) {
        for (long now = from; now <= to; now += 1_000) {
            hear(new Fact.Tick(now));
        }
    }

    private Beat of(ElementId id) {
        return heartbeats.beat(site.find(id).orElseThrow(), site.now()).orElseThrow();
    }

    @Test
    void aSilenceIsLateThenSuspectThenSilentAndForgottenWithTheNextBeat() {
        beat(1_000);
        assertThat(of(ONE).level()).isEqualTo(Level.HEARD);
        tick(2_000, 11_000);
        assertThat(of(ONE).level()).isEqualTo(Level.LATE);
        tick(12_000, 20_000);
        assertThat(of(ONE).level()).isEqualTo(Level.SUSPECT);
        tick(21_000, 31_000);
        assertThat(of(ONE).level()).isEqualTo(Level.SILENT);
        assertThat(of(ONE).millis()).isEqualTo(30_000);
        assertThat(of(ONE).phi()).isGreaterThan(Beat.SILENT_PHI);
        beat(31_500);
        assertThat(of(ONE).level()).isEqualTo(Level.HEARD);
    }

    @Test
    void aSlowerRhythmThanExpectedIsLearned() {
        for (long at = 0; at < 2_000_000; at += 9_000) {
            tick(at + 1_000, at + 8_000);
            beat(at + 9_000);
        }
        assertThat(heartbeats.rhythm(site.find(ONE).orElseThrow()).orElseThrow().mean())
                .isBetween(8_900.0, 9_100.0);
        tick(site.now() + 1_000, site.now() + 11_000);
        assertThat(of(ONE).level()).isEqualTo(Level.HEARD);
    }

    /** A laptop that slept: its desk ticks at ten o'clock, and then at eleven. */
    @Test
    void whileTheDeskWasAwayNothingIsJudgedUntilEachHasHadItsTime() {
        beat(1_000);
        tick(2_000, 6_000);
        hear(new Fact.Tick(3_600_000));
        assertThat(of(ONE).level()).isEqualTo(Level.LEARNING);
        assertThat(of(ONE).millis()).as("how long it was not heard stays true").isEqualTo(3_599_000);
        tick(3_601_000, 3_606_000);
        assertThat(of(ONE).level()).isEqualTo(Level.LEARNING);
        beat(3_606_500);
        assertThat(of(ONE).level()).isEqualTo(Level.HEARD);
        assertThat(heartbeats.rhythm(site.find(ONE).orElseThrow()).orElseThrow().learned())
                .as("an hour in which nobody listened is no rhythm")
                .isZero();
    }

    @Test
    void whatIsSilentAfterTheDeskCameBackIsFoundToBe() {
        beat(1_000);
        hear(new Fact.Tick(3_600_000));
        tick(3_601_000, 3_612_000);
        assertThat(of(ONE).level()).isEqualTo(Level.LATE);
        tick(3_613_000, 3_632_000);
        assertThat(of(ONE).level()).isEqualTo(Level.SILENT);
    }

    @Test
    void whatWasNeverHeardHasItsTimeAgainToo() {
        hear(new Fact.Report(
                LIBVIRT,
                1,
                0,
                List.of(new Assertion<>(ONE, LINK, LinkState.CONNECTED), new Assertion<>(ONE, BEAT_EXPECTED, 5_000L))));
        tick(1_000, 16_000);
        assertThat(of(ONE).level()).isEqualTo(Level.NOT_HEARD);
        hear(new Fact.Tick(100_000));
        assertThat(of(ONE).level()).isEqualTo(Level.LEARNING);
    }

    /** A cluster says each second how long its token took: two seconds and a half are late, though just heard. */
    @Test
    void aSourceThatCountsBeatsItselfIsBelieved() {
        ElementId link = new ElementId(ElementKind.RING, "web/1/one");
        Source cluster = new Source("pacemaker", "web");
        for (int second = 0; second < 10; second++) {
            hear(new Fact.Report(
                    cluster,
                    second + 1,
                    second * 1_000L,
                    List.of(
                            new Assertion<>(link, BEAT_EXPECTED, 1_000L),
                            new Assertion<>(link, BEAT, second == 9 ? 2_500L : 990L))));
            assertThat(of(link).level()).isEqualTo(second == 9 ? Level.LATE : Level.HEARD);
        }
        assertThat(of(link).millis()).isZero();
    }

    /** It says that its heart beats every five seconds, as it should, and says so every second. */
    @Test
    void howOftenASourceTellsIsNotHowOftenItHears() {
        for (int second = 0; second < 300; second++) {
            hear(beat(LIBVIRT, ++sequence, second * 1_000L, ONE, 5_000));
            assertThat(of(ONE).level()).isEqualTo(Level.HEARD);
        }
    }

    /** A poll that came late is over with the poll. */
    @Test
    void aSilenceThatEndedIsNotHeldAgainstIt() {
        beat(5_000);
        beat(10_000);
        tick(11_000, 19_000);
        assertThat(of(ONE).level()).isEqualTo(Level.LATE);
        hear(beat(LIBVIRT, ++sequence, 20_000, ONE, 10_000));
        assertThat(of(ONE).level()).isEqualTo(Level.HEARD);
    }

    @Test
    void whatHasNoHeartbeatAnyMoreIsForgotten() {
        beat(1_000);
        assertThat(heartbeats.size()).isOne();
        hear(new Fact.Report(
                LIBVIRT, ++sequence, 2_000, List.of(Assertion.gone(ONE, BEAT), Assertion.gone(ONE, BEAT_EXPECTED))));
        assertThat(heartbeats.size()).isZero();
        assertThat(heartbeats.after(site)).isSameAs(heartbeats);
    }

    @Property(tries = 200)
    void factsOfDifferentSourcesCommute(@ForAll long seed) {
        Random chance = new Random(seed);
        List<Fact> own = new ArrayList<>();
        List<Fact> shell = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            own.add(beat(LIBVIRT, i, i * 1_000L + chance.nextInt(900), ONE, 1_000));
            shell.add(beat(SHELL, i, i * 1_000L + chance.nextInt(900), chance.nextInt(3) == 0 ? ONE : SSH, 1_000));
        }
        Heartbeats one = told(own, shell, new Random(seed + 1));
        Heartbeats other = told(own, shell, new Random(seed + 2));
        for (ElementId id : List.of(ONE, SSH)) {
            assertThat(one.rhythm(last.find(id).orElseThrow()))
                    .isEqualTo(other.rhythm(last.find(id).orElseThrow()));
        }
    }

    private Site last;

    /** The facts of both, each source's in its order and mixed by chance, but never further apart than two beats. */
    private Heartbeats told(List<Fact> own, List<Fact> shell, Random chance) {
        Site told = Site.empty("small");
        Heartbeats learned = Heartbeats.NONE;
        int first = 0;
        int second = 0;
        while (first < own.size() || second < shell.size()) {
            boolean mine = second == shell.size()
                    || second - first >= 2
                    || first < own.size() && first - second < 2 && chance.nextBoolean();
            told = Folding.fold(told, mine ? own.get(first++) : shell.get(second++));
            learned = learned.after(told);
        }
        last = told;
        return learned;
    }
}
