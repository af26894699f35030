package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.STATE;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.libvirt.Voice.Topic;
import org.redoubt.agent.port.DeskClock;
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

    /** What a slow host answers was true when it was asked: perhaps the VM has moved since. */
    @Test
    void anAnswerIsOfTheMomentAtWhichItWasAskedFor() {
        AtomicLong now = new AtomicLong(1_000);
        Voice slow = new Voice(new Source("libvirt", "slow"), new DeskClock() {
            @Override
            public long millis() {
                return now.get();
            }

            @Override
            public Instant wall() {
                return Instant.EPOCH;
            }
        });
        slow.begin(heard);
        Voice.Report report = slow.report();
        now.set(9_000);
        report.of(VM, Topic.STATE, new Said(VM).that(STATE, RunState.RUNNING).all())
                .say();

        assertThat(heard.reports()).extracting(Fact.Report::at).containsExactly(1_000L);
    }

    @Test
    void afterTheEndNothingIsHeard() {
        voice.end();
        voice.say(VM, Topic.STATE, new Said(VM).that(STATE, RunState.RUNNING).all());

        assertThat(heard.reports()).isEmpty();
    }
}
