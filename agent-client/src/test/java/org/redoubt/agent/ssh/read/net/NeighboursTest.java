package org.redoubt.agent.ssh.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class NeighboursTest {

    private static Heard read(String... answers) {
        return Heard.of(new Neighbours(), answers);
    }

    @Test
    void portsAreCabledToPortsOfSwitches() {
        Heard heard = read(
                "lldp",
                NetworkSamples.NEIGHBOURS,
                "ip-link",
                NetworkSamples.LINKS.replace("\"veth9\"", "\"eth9\""),
                "net-sysfs",
                NetworkSamples.HARDWARE);

        assertThat(heard.facts())
                .as("the other host is no switch, and veth9 is nothing here")
                .containsExactly(
                        "network-port:h1/eth0 cabled-to=[switch-port:00:1b:54:00:00:0a/Ethernet1/7]",
                        "network-port:h1/eth1 cabled-to=[switch-port:00:1b:54:00:00:0b/00:1b:54:00:00:1c]",
                        "switch-port:00:1b:54:00:00:0a/Ethernet1/7 name=Ethernet1/7",
                        "switch-port:00:1b:54:00:00:0a/Ethernet1/7 part-of=switch:00:1b:54:00:00:0a",
                        "switch-port:00:1b:54:00:00:0b/00:1b:54:00:00:1c name=gi1/0/7",
                        "switch-port:00:1b:54:00:00:0b/00:1b:54:00:00:1c part-of=switch:00:1b:54:00:00:0b",
                        "switch:00:1b:54:00:00:0a address=10.9.0.1",
                        "switch:00:1b:54:00:00:0a name=core-a",
                        "switch:00:1b:54:00:00:0b name=00:1b:54:00:00:0b");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void aSwitchThatSpeaksOnlyCdpIsHeardToo() {
        String cdp = NetworkSamples.NEIGHBOURS.replace("\"via\":\"LLDP\"", "\"via\":\"CDPv1\"");

        assertThat(read("lldp", cdp, "net-sysfs", "eth0 carrier=1\n").of("network-port:h1/eth0"))
                .containsExactly("network-port:h1/eth0 cabled-to=[switch-port:core-a.example/Ethernet1/7, "
                        + "switch-port:00:1b:54:00:00:0a/Ethernet1/7]");
    }

    @Test
    void whereNobodyKnowsTheHardwareTheEndOfACableIsKnownAllTheSame() {
        assertThat(read("lldp", NetworkSamples.NEIGHBOURS).of("network-port:h1/eth0"))
                .hasSize(1);
    }

    @Test
    void nobodyThereIsNobody() {
        for (String none : List.of("{\"lldp\":[{}]}", "{\"lldp\":[]}", "{\"lldp\":[{\"interface\":[]}]}")) {
            assertThat(read("lldp", none, "net-sysfs", "eth0 carrier=1\n")).isEqualTo(new Heard(List.of(), List.of()));
        }
    }

    @Test
    void theOtherFormOfJsonIsRefused() {
        Heard heard = read("lldp", "{\"lldp\":{\"interface\":{\"eth0\":{\"via\":\"LLDP\"}}}}");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).containsExactly("lldp: it is not of the form json0");
    }

    @Test
    void hostileNamesAreLabelsAndHostileIdentitiesNone() {
        String hostile = NetworkSamples.NEIGHBOURS
                .replace("\"core-a\"", "\"\\u001b[2J\\u202e$(reboot)" + "x".repeat(10_000) + "\"")
                .replace("00:1b:54:00:00:0b", "\\u202e");
        Heard heard = read("lldp", hostile, "net-sysfs", NetworkSamples.HARDWARE);

        assertThat(heard.of("switch:00:1b:54:00:00:0a").getLast())
                .startsWith("switch:00:1b:54:00:00:0a name=\\u001b[2J\\u202e$(reboot)xxx")
                .hasSizeLessThan(200);
        assertThat(heard.of("network-port:h1/eth1")).isEmpty();
        assertThat(heard.unreadable()).containsExactly("lldp: who is at the end of 1 cables is not told properly");
    }

    @Test
    void aPortThatHasNoNameLeadsToTheSwitchItself() {
        String json =
                "{\"lldp\":[{\"interface\":[{\"name\":\"eth0\",\"via\":\"LLDP\",\"chassis\":[{\"id\":[{\"type\":\"mac\","
                        + "\"value\":\"02:00:00:00:00:01\"}]}]}]}]}";

        assertThat(read("lldp", json, "net-sysfs", "eth0 carrier=1\n").facts())
                .containsExactly(
                        "network-port:h1/eth0 cabled-to=[switch:02:00:00:00:00:01]",
                        "switch:02:00:00:00:00:01 name=02:00:00:00:00:01");
    }
}
