package org.redoubt.agent.ssh.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.ssh.read.host.Board;

/** What the lab's own hosts answered: real tools, in namespaces whose cards are ends of virtual cables. */
class LabRecordingsTest {

    private static String recorded(String name) {
        try (InputStream in =
                LabRecordingsTest.class.getResourceAsStream("/org/redoubt/agent/lab-recordings/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What a host of the lab answered; it has no hardware. */
    static Map<String, String> answers(String host) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String question : List.of("ip-link", "lldp", "uptime", "os-release")) {
            answers.put(question, recorded(host + "/" + question + ".txt"));
        }
        answers.put("net-sysfs", "");
        return answers;
    }

    private static Heard read(String host) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers(host).forEach((question, text) -> answers.put(question, new Answer(question, 0, text)));
        List<String> facts = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Reader reader : Readers.all()) {
            Heard heard = Heard.of(reader, answers);
            facts.addAll(heard.facts());
            unreadable.addAll(heard.unreadable());
        }
        return new Heard(facts.stream().sorted().toList(), unreadable);
    }

    @Test
    void aHostsPortsLeadToBothSwitchesAndItsBridge() {
        Heard heard = read("node-1");

        assertThat(heard.facts())
                .filteredOn(fact -> !fact.startsWith("host:"))
                .containsExactly(
                        "bridge:h1/br-lan member-of=[network:bridge/br-lan]",
                        "bridge:h1/br-lan name=br-lan",
                        "bridge:h1/br-lan part-of=host:h1",
                        "bridge:h1/br-lan up=true",
                        "network-port:h1/eth0 health=OK",
                        "network-port:h1/eth0 name=eth0",
                        "network-port:h1/eth0 part-of=host:h1",
                        "network-port:h1/eth0 up=true",
                        "network-port:h1/eth1 cabled-to=[switch-port:02:00:0a:4d:00:0a/swp1]",
                        "network-port:h1/eth1 health=OK",
                        "network-port:h1/eth1 member-of=[bridge:h1/br-lan]",
                        "network-port:h1/eth1 name=eth1",
                        "network-port:h1/eth1 part-of=host:h1",
                        "network-port:h1/eth1 up=true",
                        "network-port:h1/eth2 cabled-to=[switch-port:02:00:0a:4d:00:0b/swp1]",
                        "network-port:h1/eth2 health=OK",
                        "network-port:h1/eth2 name=eth2",
                        "network-port:h1/eth2 part-of=host:h1",
                        "network-port:h1/eth2 up=true",
                        "switch-port:02:00:0a:4d:00:0a/swp1 name=swp1",
                        "switch-port:02:00:0a:4d:00:0a/swp1 part-of=switch:02:00:0a:4d:00:0a",
                        "switch-port:02:00:0a:4d:00:0b/swp1 name=swp1",
                        "switch-port:02:00:0a:4d:00:0b/swp1 part-of=switch:02:00:0a:4d:00:0b",
                        "switch:02:00:0a:4d:00:0a name=sw-a",
                        "switch:02:00:0a:4d:00:0b name=sw-b");
        assertThat(heard.of("host:h1"))
                .containsExactly("host:h1 operating-system=Debian GNU/Linux 12 (bookworm)", "host:h1 uptime=24494");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void eachHostIsOnPortsOfItsOwn() {
        for (int node = 1; node <= 3; node++) {
            assertThat(read("node-" + node).of("network-port:h1/eth2"))
                    .contains("network-port:h1/eth2 cabled-to=[switch-port:02:00:0a:4d:00:0b/swp" + node + "]");
        }
    }

    @Test
    void aBmcTellsWhichMachineItIsIn() {
        String text =
                "== sdr\n== guid\n" + recorded("node-1/bmc-guid.txt") + "== info\n" + recorded("node-1/bmc-info.txt");

        assertThat(Heard.of(new Board(), "psu", text).of("bmc:h1/bmc"))
                .containsExactly(
                        "bmc:h1/bmc hardware-uuid=4e4969ba-ae89-36ea-8902-f2f37e43abf9",
                        "bmc:h1/bmc model=MontaVista Software, Inc.",
                        "bmc:h1/bmc name=bmc",
                        "bmc:h1/bmc part-of=host:h1",
                        "bmc:h1/bmc up=true");
    }
}
