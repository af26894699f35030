package org.redoubt.topology.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.heartbeat.Beat.Level;
import org.redoubt.topology.model.Source;

class RhythmTest {

    private static final Source SOURCE = new Source("ssh", "one");
    private static final long HALF_AN_HOUR = 1_800_000;

    private static Rhythm expecting(long every) {
        return Rhythm.expecting(SOURCE, every);
    }

    /** Beats that come around their time, of which some are lost. */
    private static Rhythm random(long every, int beats, long seed) {
        RandomGenerator chance = new Random(seed);
        Rhythm rhythm = expecting(every);
        long at = 0;
        for (int i = 0; i < beats; i++) {
            at += 1 + (long) (every * 2 * chance.nextDouble());
            rhythm = rhythm.heard(at);
        }
        return rhythm;
    }

    @Property
    void phiGrowsWithSilenceAndIsAlwaysAFigure(
            @ForAll @LongRange(min = 1, max = 120_000) long every,
            @ForAll @IntRange(max = 300) int beats,
            @ForAll long seed,
            @ForAll @LongRange(min = 0, max = 10_000_000) long silence,
            @ForAll @LongRange(min = 0, max = 10_000_000) long more) {
        Rhythm rhythm = random(every, beats, seed);
        double phi = rhythm.phi(silence);
        assertThat(phi).isFinite().isNotNegative();
        assertThat(rhythm.phi(silence + more)).isGreaterThanOrEqualTo(phi - 1e-6);
        assertThat(rhythm.mean()).isFinite().isPositive();
        assertThat(rhythm.deviation()).isGreaterThanOrEqualTo(Rhythm.LEAST_DEVIATION_MILLIS);
    }

    @Property(tries = 200)
    void aRegularBeatIsNeverSuspectedHoweverLongItIsListenedTo(
            @ForAll @LongRange(min = 1_000, max = 60_000) long every, @ForAll @IntRange(min = 1, max = 600) int beats) {
        Rhythm rhythm = expecting(every);
        for (int i = 1; i <= beats; i++) {
            assertThat(Level.of(rhythm.phi(every + every / 5))).isEqualTo(Level.HEARD);
            rhythm = rhythm.heard(i * every);
        }
        assertThat(Level.of(rhythm.phi(2 * every))).as("one was lost").isEqualTo(Level.LATE);
        assertThat(Level.of(rhythm.phi(6 * every))).isEqualTo(Level.SILENT);
    }

    @Property(tries = 200)
    void aChangedPeriodIsLearned(
            @ForAll @LongRange(min = 1_000, max = 20_000) long every, @ForAll @IntRange(min = 2, max = 30) int longer) {
        Rhythm rhythm = expecting(every);
        long at = 0;
        for (int i = 0; i < Rhythm.WINDOW; i++) {
            rhythm = rhythm.heard(at += every);
        }
        assertThat(Level.of(rhythm.phi(longer * every))).isNotEqualTo(Level.HEARD);
        for (int i = 0; i < 2 * Rhythm.WINDOW; i++) {
            rhythm = rhythm.heard(at += longer * every);
        }
        assertThat(Level.of(rhythm.phi(longer * every))).isEqualTo(Level.HEARD);
        assertThat(rhythm.mean()).isCloseTo(longer * every, within(longer * every * 0.01));
    }

    @Property(tries = 100)
    void jitterMakesItPatient(@ForAll long seed) {
        Rhythm regular = expecting(5_000);
        Rhythm shaky = expecting(5_000);
        Random chance = new Random(seed);
        long at = 0;
        long shakyAt = 0;
        for (int i = 0; i < Rhythm.WINDOW; i++) {
            regular = regular.heard(at += 5_000);
            shaky = shaky.heard(shakyAt += chance.nextBoolean() ? 1_000 : 9_000);
        }
        assertThat(shaky.deviation()).isGreaterThan(regular.deviation());
        assertThat(shaky.phi(11_000)).isLessThan(regular.phi(11_000));
    }

    /** Log-normal jitter of a fifth, and one beat in a hundred lost: a shaky line, on which nothing has failed. */
    @Test
    void nothingIsSuspectedInHalfAnHourOfAShakyLine() {
        for (int heart = 0; heart < 40; heart++) {
            RandomGenerator chance = new Random(1_000 + heart);
            long every = heart % 2 == 0 ? 5_000 : 1_000;
            Rhythm rhythm = expecting(every);
            double worst = 0;
            long due = 0;
            long last = 0;
            while (due < HALF_AN_HOUR) {
                due += every;
                boolean lost = chance.nextDouble() < 0.01;
                long delay = (long) (every * 0.2 * Math.exp(0.5 * chance.nextGaussian()));
                if (!lost && due + delay > last) {
                    worst = Math.max(worst, rhythm.phi(due + delay - last));
                    last = due + delay;
                    rhythm = rhythm.heard(last);
                }
            }
            assertThat(worst).as("heart %d", heart).isLessThan(Beat.SUSPECT_PHI);
            assertThat(Level.of(rhythm.phi(6 * every)))
                    .as("and yet it would be missed")
                    .isEqualTo(Level.SILENT);
        }
    }

    /** After ten minutes of silence it does not wait for ten minutes the next time. */
    @Test
    void anOutageIsNotLearnedAsARhythm() {
        Rhythm rhythm = expecting(5_000);
        long at = 0;
        for (int i = 0; i < Rhythm.WINDOW; i++) {
            rhythm = rhythm.heard(at += 5_000);
        }
        rhythm = rhythm.heard(at + 600_000);
        assertThat(rhythm.mean()).isCloseTo(5_000, within(100.0));
        assertThat(Level.of(rhythm.phi(35_000))).isEqualTo(Level.SILENT);
    }

    @Test
    void whatIsExpectedIsEnoughForTheFirstBeats() {
        Rhythm rhythm = expecting(5_000);
        assertThat(Level.of(rhythm.phi(5_000))).isEqualTo(Level.HEARD);
        assertThat(Level.of(rhythm.phi(10_000))).isEqualTo(Level.LATE);
        assertThat(Level.of(rhythm.phi(20_000))).isEqualTo(Level.SUSPECT);
        assertThat(Level.of(rhythm.phi(30_000))).isEqualTo(Level.SILENT);
    }

    @Test
    void whatIsExpectedOtherwiseIsLearnedAnew() {
        Rhythm rhythm = random(1_000, 50, 7);
        assertThat(rhythm.expected(1_000)).isSameAs(rhythm);
        Rhythm slower = rhythm.expected(10_000);
        assertThat(slower.learned()).isZero();
        assertThat(slower.mean()).isEqualTo(10_000);
        assertThat(slower.last()).isEqualTo(rhythm.last());
    }

    @Property(tries = 100)
    void theLastBeatsAreRemembered(@ForAll @IntRange(min = 1, max = 450) int beats) {
        Rhythm rhythm = expecting(1_000);
        for (int i = 1; i <= beats; i++) {
            rhythm = rhythm.heard(i * 1_000L + i % 7);
        }
        long[] last = rhythm.beats(16);
        assertThat(last).hasSize(Math.min(16, beats));
        for (int i = 0; i < last.length; i++) {
            long number = beats - last.length + 1L + i;
            assertThat(last[i]).isEqualTo(number * 1_000 + number % 7);
        }
        assertThat(rhythm.heard(rhythm.last())).as("the same beat counts once").isSameAs(rhythm);
    }

    @Property
    void tailsAddUpAndDecrease(@ForAll @IntRange(min = -600, max = 600) int hundredths) {
        double z = hundredths / 100.0;
        assertThat(Math.exp(Tail.log(z)) + Math.exp(Tail.log(-z))).isCloseTo(1, within(1e-6));
        assertThat(Tail.log(z + 0.01)).isLessThan(Tail.log(z));
    }

    @Test
    void tailsAreThoseOfTheTables() {
        assertThat(Math.exp(Tail.log(1.96))).isCloseTo(0.0249979, within(1e-6));
        assertThat(Tail.log(6) / Math.log(10)).isCloseTo(-9.00586, within(1e-4));
        assertThat(Tail.log(100)).isFinite();
    }
}
