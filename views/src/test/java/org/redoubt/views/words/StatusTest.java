package org.redoubt.views.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;

class StatusTest {

    @ParameterizedTest
    @EnumSource(LinkState.class)
    void everyLinkStateHasAWordAndOnlyAConnectedHostIsNormal(LinkState link) {
        Status status = Status.of(link);
        assertThat(status.word()).isNotBlank();
        assertThat(status.level() == Level.NORMAL).isEqualTo(link == LinkState.CONNECTED);
    }

    @ParameterizedTest
    @EnumSource(value = LinkState.class, mode = EnumSource.Mode.EXCLUDE, names = "CONNECTED")
    void whateverIsNotConnectedSaysWhatToDo(LinkState link) {
        assertThat(Status.advice(link)).endsWith(".");
        assertThat(Status.of(link).word()).doesNotContain("down"); // silent is not down
    }

    @ParameterizedTest
    @EnumSource(RunState.class)
    void everyRunStateHasAWord(RunState state) {
        assertThat(Status.of(state).word()).isNotBlank();
        assertThat(Status.of(state).level() == Level.NORMAL)
                .isEqualTo(state == RunState.RUNNING || state == RunState.BLOCKED);
    }
}
