package org.redoubt.topology.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LeaningTest {

    @Test
    void whereNothingWasSeenNothingLeans() {
        assertThat(new Leaning.Sum().done()).isEqualTo(Leaning.NONE);
    }

    @Test
    void whatComesAgainIsBelievedMoreEachTime() {
        Leaning.Sum sum = new Leaning.Sum();
        double before = 0;
        for (int i = 0; i < 6; i++) {
            sum.add(1, 0, 0, Math.log(2));
            double now = sum.done().pause();
            assertThat(now).isBetween(before, Math.log(2));
            before = now;
        }
        assertThat(before).isGreaterThan(0.9 * Math.log(2));
        assertThat(sum.done().total()).isZero();
    }

    @Test
    void whatWentAtQuiteAnotherSpeedSaysNothing() {
        Leaning.Sum sum = new Leaning.Sum();
        sum.add(1, Math.log(4), 1, 1);
        assertThat(sum.done().total()).isCloseTo(0, offset(1e-6));
        assertThat(sum.done().pause()).isCloseTo(0, offset(1e-6));
    }

    @Property
    void oneThatWentMadDoesNotLeanBeyondMeasure(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double total,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double pause,
            @ForAll @DoubleRange(min = -9, max = 9) double unlike) {
        Leaning.Sum sum = new Leaning.Sum();
        sum.add(1, unlike, total, pause);
        assertThat(Math.exp(sum.done().total())).isBetween(0.25, 4.0);
        assertThat(Math.exp(sum.done().pause())).isBetween(0.25, 4.0);
    }
}
