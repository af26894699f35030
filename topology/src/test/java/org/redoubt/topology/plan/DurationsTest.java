package org.redoubt.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void oneIsSaidInItsUnit() {
        assertThat(Durations.of(0)).isEqualTo("0 ms");
        assertThat(Durations.of(38)).isEqualTo("38 ms");
        assertThat(Durations.of(4_100)).isEqualTo("4.1 s");
        assertThat(Durations.of(4_000)).isEqualTo("4 s");
        assertThat(Durations.of(73_000)).isEqualTo("1 min 13 s");
        assertThat(Durations.of(7_500_000)).isEqualTo("2 h 5 min");
    }

    @Test
    void twoAreRoundedAwayFromEachOther() {
        assertThat(Durations.of(new Range(42, 87))).isEqualTo("42–87 ms");
        assertThat(Durations.of(new Range(142, 587))).isEqualTo("140–590 ms");
        assertThat(Durations.of(new Range(3_120, 4_580))).isEqualTo("3.1–4.6 s");
        assertThat(Durations.of(new Range(870, 1_240))).isEqualTo("0.8–1.3 s");
        assertThat(Durations.of(new Range(20, 1_240))).isEqualTo("20 ms–1.3 s");
        assertThat(Durations.of(new Range(50_400, 118_000))).isEqualTo("50 s–2 min");
        assertThat(Durations.of(new Range(63_000, 118_000))).isEqualTo("1–2 min");
        assertThat(Durations.of(new Range(100, 100))).isEqualTo("100 ms");
    }

    @Property
    void anyRangeHasItsWords(
            @ForAll @LongRange(max = 1L << 40) long low, @ForAll @LongRange(max = 1L << 40) long more) {
        assertThat(Durations.of(new Range(low, low + more))).isNotBlank().doesNotContain("-");
    }
}
