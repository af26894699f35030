package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void bandwidthIsRoundedUpToMebibytes() {
        assertThat(Migration.mebibytes(0)).as("no limit").isZero();
        assertThat(Migration.mebibytes(1)).isEqualTo(1);
        assertThat(Migration.mebibytes(1 << 20)).isEqualTo(1);
        assertThat(Migration.mebibytes((1 << 20) + 1)).isEqualTo(2);
        assertThat(Migration.mebibytes(Long.MAX_VALUE)).isPositive();
    }
}
