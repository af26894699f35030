package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.libvirt.Voice.Topic;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Source;

class VoiceTest {

    private static final ElementId VM = ElementId.vm("u");

    private final Heard heard = new Heard();
    private final Voice voice = new Voice(new Source("libvirt", "n"), TestDesk.DESK.clock());

    VoiceTest() {
        voice.begin(heard);
    }

    @Test
    void whatIsNoLongerReadIsTakenBack() {
        voice.say(VM, Topic.FIGURES, new Said(VM).that(CPU_LOAD, 0.5).all());
        voice.say(VM, Topic.DEFINITION, new Said(VM).that(NAME, "a").all());
        voice.say(VM, Topic.FIGURES, List.of());

        assertThat(heard.site().vm(VM).orElseThrow().value(CPU_LOAD)).isEmpty();
        assertThat(heard.site().vm(VM).orElseThrow().value(NAME))
                .as("another topic is left alone")
                .contains("a");
    }

    @Test
    void aVmThatIsGoneLeavesNothingClaimed() {
        voice.say(VM, Topic.STATE, new Said(VM).that(STATE, RunState.RUNNING).all());
        voice.say(VM, Topic.DEFINITION, new Said(VM).that(NAME, "a").all());
        voice.report().gone(VM).say();

        assertThat(heard.site().vm(VM)).isEmpty();
        assertThat(voice.spokenOf(Topic.STATE)).isEmpty();
    }

    @Test
    void sequencesOnlyGrow() {
        for (int i = 0; i < 5; i++) {
            voice.say(VM, Topic.FIGURES, new Said(VM).that(CPU_LOAD, i / 10.0).all());
        }

        assertThat(heard.reports()).extracting(Fact.Report::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void afterTheEndNothingIsHeard() {
        voice.end();
        voice.say(VM, Topic.STATE, new Said(VM).that(STATE, RunState.RUNNING).all());

        assertThat(heard.reports()).isEmpty();
    }
}
