package org.redoubt.agent.ssh.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class BridgesTest {

    @Test
    void bridgesThatLeadOutAreConnectedWithPortsBondsAndNetworks() {
        Heard heard = Heard.of(new Bridges(), "ip-link", NetworkSamples.LINKS, "net-sysfs", NetworkSamples.HARDWARE);

        assertThat(heard.facts())
                .as("virbr0 leads nowhere")
                .containsExactly(
                        "bond:h1/bond0 member-of=[bridge:h1/br0, bridge:h1/br40]",
                        "bridge:h1/br0 member-of=[network:bridge/br0]",
                        "bridge:h1/br0 name=br0",
                        "bridge:h1/br0 part-of=host:h1",
                        "bridge:h1/br0 up=true",
                        "bridge:h1/br1 member-of=[network:bridge/br1]",
                        "bridge:h1/br1 name=br1",
                        "bridge:h1/br1 part-of=host:h1",
                        "bridge:h1/br1 up=false",
                        "bridge:h1/br40 member-of=[network:bridge/br40]",
                        "bridge:h1/br40 name=br40",
                        "bridge:h1/br40 part-of=host:h1",
                        "bridge:h1/br40 up=false",
                        "network-port:h1/eth3 member-of=[bridge:h1/br1]");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void whatIsUnreadableIsSaidByTheReaderOfPorts() {
        Heard heard = Heard.of(new Bridges(), "ip-link", "[", "net-sysfs", "eth0 carrier=1\n");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void whatAnotherBridgeIsInIsNoBridge() {
        Heard heard = Heard.of(
                new Bridges(),
                "ip-link",
                "[{\"ifname\":\"eth0\",\"flags\":[],\"master\":\"ovs-system\"},{\"ifname\":\"ovs-system\",\"flags\":[],"
                        + "\"linkinfo\":{\"info_kind\":\"openvswitch\"}}]",
                "net-sysfs",
                "eth0 carrier=1\n");

        assertThat(heard.facts()).isEmpty();
    }
}
