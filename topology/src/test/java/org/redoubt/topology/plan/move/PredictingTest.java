package org.redoubt.topology.plan.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;
import static org.redoubt.topology.plan.move.Small.GIB;
import static org.redoubt.topology.plan.move.Small.ONE;
import static org.redoubt.topology.plan.move.Small.TWO;
import static org.redoubt.topology.plan.move.Small.VM;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;

class PredictingTest {

    private static final long GBIT10 = 1_250_000_000L;
    private static final Tuning PLAIN = new Tuning(0, false, 0);

    private static Prediction of(long memory, long dirty, long link, Tuning tuning) {
        return Predicting.migration(memory, dirty, link, tuning, "");
    }

    @Test
    void anIdleGuestIsCopiedOnceAndHardlyPauses() {
        Prediction prediction = of(10 * GBIT10, 0, GBIT10, PLAIN);
        assertThat(prediction).isEqualTo(new Prediction(10_020, 20, 10 * GBIT10, true, ""));
    }

    /** 4 s to copy, in which 1 GB is dirtied: 0.8 s, in which 0.2 GB is, and that fits into the pause. */
    @Test
    void eachPassCopiesWhatWasDirtiedDuringTheOneBefore() {
        Prediction prediction = of(4 * GBIT10, GBIT10 / 5, GBIT10, PLAIN);
        assertThat(prediction.converges()).isTrue();
        assertThat(prediction.pauseMillis()).isEqualTo(160 + 20);
        assertThat(prediction.millis()).isEqualTo(4_000 + 800 + 160 + 20);
        assertThat(prediction.bytes()).isEqualTo((long) (GBIT10 * 4.96));
    }

    @Test
    void aShorterPauseTakesAnotherPass() {
        Prediction prediction = of(4 * GBIT10, GBIT10 / 5, GBIT10, new Tuning(0, false, 100));
        assertThat(prediction.pauseMillis()).isEqualTo(32 + 20);
    }

    @Test
    void aGuestThatDirtiesFasterThanTheLinkNeverEndsUnlessItIsThrottled() {
        Prediction prediction = of(8 * GIB, 2 * GBIT10, GBIT10, PLAIN);
        assertThat(prediction.converges()).isFalse();
        assertThat(prediction.bytes()).isEqualTo(8 * GIB);
        Prediction throttled = of(8 * GIB, 2 * GBIT10, GBIT10, Tuning.DEFAULT);
        assertThat(throttled.converges()).isTrue();
        assertThat(throttled.millis()).isGreaterThan(prediction.millis());
    }

    @Test
    void aBandwidthLimitSlowsTheCopyAndNotThePause() {
        Prediction free = of(4 * GBIT10, GBIT10 / 100, GBIT10, PLAIN);
        Prediction limited = of(4 * GBIT10, GBIT10 / 100, GBIT10, new Tuning(GBIT10 / 4, false, 0));
        assertThat(limited.millis()).isGreaterThan(3 * free.millis());
        assertThat(limited.pauseMillis()).isLessThan(300);
    }

    @Property(tries = 300)
    void aFasterLinkNeverTakesLonger(
            @ForAll @LongRange(min = 1, max = 1L << 40) long memory,
            @ForAll @LongRange(max = 1L << 33) long dirty,
            @ForAll @LongRange(min = 1 << 20, max = 1L << 36) long link) {
        Prediction slow = of(memory, dirty, link, PLAIN);
        Prediction fast = of(memory, dirty, 2 * link, PLAIN);
        if (slow.converges()) {
            assertThat(fast.converges()).isTrue();
            assertThat(fast.millis()).isLessThanOrEqualTo(slow.millis());
        }
        assertThat(slow.bytes()).isGreaterThanOrEqualTo(memory);
        assertThat(slow.pauseMillis()).isLessThanOrEqualTo(slow.millis());
    }

    @Test
    void theSlowerEndOfTheLinkCounts() {
        Small small = new Small();
        small.say(TWO, MIGRATION_SPEED, 125_000_000L);
        Prediction prediction =
                Fitting.check(small.site(), VM, TWO).orElseThrow().prediction().orElseThrow();
        assertThat(prediction.basis()).isEqualTo("1 Gbit/s");
        assertThat(prediction.millis()).isBetween(68_000L, 90_000L);
    }

    @Test
    void whatIsAssumedIsSaid() {
        Small small = new Small();
        small.gone(ONE, MIGRATION_SPEED);
        small.gone(TWO, MIGRATION_SPEED);
        small.gone(VM, DIRTY_RATE);
        assertThat(Fitting.check(small.site(), VM, TWO)
                        .orElseThrow()
                        .prediction()
                        .orElseThrow()
                        .basis())
                .isEqualTo("1 Gbit/s assumed, dirty rate not known, 1 % of its memory a second assumed");
    }

    @Test
    void withoutItsMemoryNothingIsPredicted() {
        Small small = new Small();
        small.gone(VM, MEMORY);
        assertThat(Fitting.check(small.site(), VM, TWO).orElseThrow().prediction())
                .isEmpty();
    }

    @Test
    void amountsAreToldAsTheyAreSold() {
        assertThat(Amounts.rate(1_250_000_000L)).isEqualTo("10 Gbit/s");
        assertThat(Amounts.rate(312_500_000L)).isEqualTo("2.5 Gbit/s");
        assertThat(Amounts.rate(12_500_000L)).isEqualTo("100 Mbit/s");
        assertThat(Amounts.bytes(1)).isEqualTo("1 MiB");
        assertThat(Amounts.bytes(3 * GIB + GIB / 10)).isEqualTo("3.1 GiB");
    }
}
