package org.redoubt.agent.libvirt.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** libvirt's event bits (virEventHandleType) and poll(2)'s. That the loop runs, the tests on libvirt's test driver show. */
class EventPollTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 4", "4, 8", "8, 16", "3, 5", "15, 29"})
    void eachBitHasItsCounterpart(int libvirt, int poll) {
        assertThat(EventPoll.toPoll(libvirt)).isEqualTo(poll);
        assertThat(EventPoll.fromPoll(poll)).isEqualTo(libvirt);
    }

    @Test
    void aClosedDescriptorIsAnErrorAndOtherBitsAreNothing() {
        assertThat(EventPoll.fromPoll(0x020)).isEqualTo(4);
        assertThat(EventPoll.fromPoll(0x002)).isZero();
    }
}
