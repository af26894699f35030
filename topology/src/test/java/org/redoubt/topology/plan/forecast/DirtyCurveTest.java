package org.redoubt.topology.plan.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.plan.forecast.DirtyCurve.Habit;

class DirtyCurveTest {

    @Property(tries = 300)
    void itGrowsNeverBeyondItsSetAndEverMoreSlowly(
            @ForAll @DoubleRange(max = 1e10) double rate,
            @ForAll @DoubleRange(max = 1e12) double set,
            @ForAll Habit habit,
            @ForAll @DoubleRange(min = 0.01, max = 100) double time) {
        DirtyCurve curve = new DirtyCurve(rate, set, habit);
        double one = curve.in(time);
        double two = curve.in(2 * time);
        assertThat(two).isGreaterThanOrEqualTo(one).isLessThanOrEqualTo(set);
        assertThat(one).isLessThanOrEqualTo(rate * time * (1 + 1e-9));
        assertThat(two - one).isLessThanOrEqualTo(one * (1 + 1e-9));
    }

    @Property(tries = 300)
    void whatIsDirtyNeverBecomesLessByWriting(
            @ForAll @DoubleRange(max = 1e10) double rate,
            @ForAll @DoubleRange(max = 1e10) double set,
            @ForAll Habit habit,
            @ForAll @DoubleRange(max = 1e10) double dirty,
            @ForAll @DoubleRange(max = 10) double time) {
        DirtyCurve curve = new DirtyCurve(rate, set, habit);
        assertThat(curve.after(dirty, time))
                .isGreaterThanOrEqualTo(dirty)
                .isLessThanOrEqualTo(Math.max(dirty, set) * (1 + 1e-9));
    }

    @Test
    void aWriterThatGoesRoundReachesItsSetAndOneThatScattersNearlyDoes() {
        assertThat(new DirtyCurve(100, 50, Habit.ROUND).in(0.5)).isEqualTo(50);
        assertThat(new DirtyCurve(100, 50, Habit.SCATTERED).in(0.5)).isCloseTo(50 * (1 - 1 / Math.E), within(1e-9));
    }

    @Test
    void aGuestThatIsSlowedWritesLessOften() {
        assertThat(new DirtyCurve(100, 50, Habit.ROUND).slowed(0.8).in(1)).isCloseTo(20, within(1e-9));
    }

    @Test
    void nothingIsWrittenBackwards() {
        assertThatThrownBy(() -> new DirtyCurve(-1, 0, Habit.ROUND)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DirtyCurve(1, Double.NaN, Habit.ROUND))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
