package org.redoubt.agent.ssh.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.ssh.read.Heard;

class TeamsTest {

    private static Heard read(String text) {
        return Heard.of(new Teams(), "team", text);
    }

    @Test
    void teamsAreBondsByAnotherProgram() {
        Heard heard = read(NetworkSamples.TEAM);

        assertThat(heard.facts())
                .containsExactly(
                        "bond:h1/team0 active-member=network-port:h1/eno1",
                        "bond:h1/team0 detail=eno2: its link is down",
                        "bond:h1/team0 health=DEGRADED",
                        "bond:h1/team0 mode=active-backup",
                        "bond:h1/team0 name=team0",
                        "bond:h1/team0 part-of=host:h1",
                        "bond:h1/team0 speed=125000000",
                        "bond:h1/team0 up=true",
                        "bond:h1/team1 detail=eno4: LACP did not select it",
                        "bond:h1/team1 health=DEGRADED",
                        "bond:h1/team1 mode=lacp",
                        "bond:h1/team1 name=team1",
                        "bond:h1/team1 part-of=host:h1",
                        "bond:h1/team1 speed=125000000",
                        "bond:h1/team1 up=true",
                        "network-port:h1/eno1 member-of=[bond:h1/team0]",
                        "network-port:h1/eno2 member-of=[bond:h1/team0]",
                        "network-port:h1/eno3 member-of=[bond:h1/team1]",
                        "network-port:h1/eno4 member-of=[bond:h1/team1]");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void aLinkWatchIsBelievedOverTheLink() {
        Heard heard = read(NetworkSamples.TEAM.replace(
                "\"link_watches\": {\"up\": true}, \"runner\": {\"aggregator\": {\"id\": 6",
                "\"link_watches\": {\"up\": false}, \"runner\": {\"aggregator\": {\"id\": 6"));

        assertThat(heard.of("bond:h1/team1"))
                .contains(
                        "bond:h1/team1 health=FAILED",
                        "bond:h1/team1 detail=it has no link; eno3: its link watch says down; eno4: LACP did not select it");
    }

    @Test
    void withoutTeamdctlThereAreNoTeams() {
        Heard heard = Heard.of(new Teams(), Map.of("team", new Answer("team", Answer.NO_SUCH_COMMAND, "")));

        assertThat(heard).isEqualTo(new Heard(List.of(), List.of()));
    }

    @Test
    void whatIsIncompleteIsUnknown() {
        for (String text : List.of(
                "== team0\n{\n",
                "== team0\n{}\n",
                "== team0\n[]\n",
                "== team0\n{\"setup\":{\"runner_name\":\"x\"},\"ports\":{\"a\":{\"link\":{\"up\":\"yes\"}}}}\n",
                "== team0\n{\"setup\":{\"runner_name\":\"x\"},\"ports\":{\"a b\":{\"link\":{\"up\":true}}}}\n")) {
            Heard heard = read(text);
            assertThat(heard.facts()).isEmpty();
            assertThat(heard.unreadable()).containsExactly("team: what is told of one team is incomplete");
        }
    }
}
