package org.redoubt.views.words;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redoubt.topology.model.Unit;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1024, 1.0 KiB",
        "1048576, 1.0 MiB",
        "8589934592, 8.0 GiB",
        "68719476736, 64 GiB",
        "1099511627776, 1.0 TiB",
        "-1, –"
    })
    void bytes(long bytes, String shown) {
        assertThat(Units.bytes(bytes)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "38, 38 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "4100, 4.1 s",
        "59949, 60 s",
        "59950, 1 min",
        "73000, 1 min 13 s",
        "3600000, 1 h",
        "86399999, 1 d",
        "90000000, 1 d 1 h",
        "3542400000, 41 d",
        "-1, –"
    })
    void times(long millis, String shown) {
        assertThat(Units.millis(millis)).isEqualTo(shown);
    }

    @Test
    void agesTickInWholeSeconds() {
        assertThat(Units.ago(0)).isEqualTo("now");
        assertThat(Units.ago(1999)).isEqualTo("1 s ago");
        assertThat(Units.ago(200_000)).isEqualTo("3 min 20 s ago");
    }

    @Test
    void amountsFollowTheirUnit() {
        assertThat(Units.amount(812, Unit.MICROS)).isEqualTo("812 µs");
        assertThat(Units.amount(1200, Unit.MICROS)).isEqualTo("1.2 ms");
        assertThat(Units.amount(125_000_000, Unit.BYTES_PER_SECOND)).isEqualTo("119 MiB/s");
        assertThat(Units.amount(90, Unit.SECONDS)).isEqualTo("1 min 30 s");
        assertThat(Units.amount(16, Unit.COUNT)).isEqualTo("16");
        assertThat(Units.share(0.714)).isEqualTo("71%");
        assertThat(Units.share(Double.NaN)).isEqualTo(Units.NONE);
    }

    @Property
    void noAmountIsWiderThanItsPlace(@ForAll @LongRange(min = 0) long amount) {
        assertThat(Units.bytes(amount)).hasSizeLessThanOrEqualTo(9);
    }
}
