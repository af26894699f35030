package org.redoubt.topology.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as they stand on the map. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "-5, 0 s, 0 s",
        "999, 0 s, 0 s",
        "4000, 4 s, 4 s",
        "73000, 1 min 13 s, 1 min",
        "7500000, 2 h 5 min, 2 h",
        "3542400000, 41 d, 41 d"
    })
    void ages(long millis, String whole, String rough) {
        assertThat(Words.age(millis)).isEqualTo(whole);
        assertThat(Words.roughAge(millis)).isEqualTo(rough);
    }

    @ParameterizedTest
    @CsvSource({"38, 38 ms", "-1, 0 ms", "4100, 4.1 s", "59999, 60.0 s", "125000, 2 min 5 s"})
    void times(long millis, String words) {
        assertThat(Words.time(millis)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "1023, 1023 B", "1536, 1.5 KiB", "8589934592, 8.0 GiB", "9223372036854775807, 8192.0 PiB"})
    void bytes(long bytes, String words) {
        assertThat(Words.bytes(bytes)).isEqualTo(words);
    }

    @Test
    void a_share_stays_between_nothing_and_all_and_a_ratio_does_not() {
        assertThat(Words.share(0.714)).isEqualTo("71%");
        assertThat(Words.share(1.7)).isEqualTo("100%");
        assertThat(Words.percent(1.25)).isEqualTo("125%");
    }

    @Test
    void one_is_not_many() {
        assertThat(Words.count(1, "spare", "spares")).isEqualTo("1 spare");
        assertThat(Words.count(0, "spare", "spares")).isEqualTo("0 spares");
    }
}
