package org.redoubt.views.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TuningFoldTest {

    @Test
    void nothingTypedLeavesItToTheHypervisor() {
        assertThat(TuningFold.number("  ", 100)).contains(0L);
    }

    @Test
    void onlyWholeNumbersWithinTheirBoundsCount() {
        assertThat(TuningFold.number("100", 100)).contains(100L);
        assertThat(TuningFold.number("101", 100)).isEmpty();
        assertThat(TuningFold.number("-1", 100)).isEmpty();
        assertThat(TuningFold.number("1e3", 100_000)).isEmpty();
        assertThat(TuningFold.number("99999999999999999999", Long.MAX_VALUE)).isEmpty();
    }
}
