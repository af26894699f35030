package org.redoubt.agent.ssh.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class BondsTest {

    private static Heard read(String text) {
        return Heard.of(new Bonds(), "bond", text);
    }

    @Test
    void aBondWithAPortThatIsDownIsDegraded() {
        Heard heard = read(NetworkSamples.ACTIVE_BACKUP);

        assertThat(heard.facts())
                .containsExactly(
                        "bond:h1/bond0 active-member=network-port:h1/eth0",
                        "bond:h1/bond0 detail=eth1: its link is down",
                        "bond:h1/bond0 health=DEGRADED",
                        "bond:h1/bond0 mode=active-backup",
                        "bond:h1/bond0 name=bond0",
                        "bond:h1/bond0 part-of=host:h1",
                        "bond:h1/bond0 speed=3125000000",
                        "bond:h1/bond0 up=true",
                        "network-port:h1/eth0 member-of=[bond:h1/bond0]",
                        "network-port:h1/eth1 member-of=[bond:h1/bond0]");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void aPortInAnotherAggregatorCarriesNothing() {
        Heard heard = read(NetworkSamples.LACP);

        assertThat(heard.facts())
                .containsExactly(
                        "bond:h1/bond1 detail=ens1f1: it is in another aggregator than the one that is active",
                        "bond:h1/bond1 health=DEGRADED",
                        "bond:h1/bond1 mode=802.3ad",
                        "bond:h1/bond1 name=bond1",
                        "bond:h1/bond1 part-of=host:h1",
                        "bond:h1/bond1 speed=2500000000",
                        "bond:h1/bond1 up=true",
                        "network-port:h1/ens1f0 member-of=[bond:h1/bond1]",
                        "network-port:h1/ens1f1 member-of=[bond:h1/bond1]",
                        "network-port:h1/ens2f0 member-of=[bond:h1/bond1]");
    }

    @Test
    void allPortsUpIsWell() {
        Heard heard = read(NetworkSamples.LACP
                .replace("Aggregator ID: 2", "Aggregator ID: 1")
                .replace("Number of ports: 2", "Number of ports: 3"));

        assertThat(heard.of("bond:h1/bond1"))
                .contains("bond:h1/bond1 health=OK", "bond:h1/bond1 up=true", "bond:h1/bond1 speed=3750000000")
                .noneMatch(fact -> fact.contains("detail"));
    }

    @Test
    void noPortUpIsFailed() {
        Heard heard = read(NetworkSamples.ACTIVE_BACKUP
                .replace("MII Status: up", "MII Status: down")
                .replace("Currently Active Slave: eth0", "Currently Active Slave: None"));

        assertThat(heard.of("bond:h1/bond0"))
                .containsExactly(
                        "bond:h1/bond0 detail=it has no link; eth0: its link is down; eth1: its link is down",
                        "bond:h1/bond0 health=FAILED",
                        "bond:h1/bond0 mode=active-backup",
                        "bond:h1/bond0 name=bond0",
                        "bond:h1/bond0 part-of=host:h1",
                        "bond:h1/bond0 up=false");
    }

    @Test
    void aBondWithoutPortsHasNoLink() {
        assertThat(read("== bond7\nBonding Mode: load balancing (round-robin)\nMII Status: up\n")
                        .facts())
                .containsExactly(
                        "bond:h1/bond7 detail=it has no port",
                        "bond:h1/bond7 health=FAILED",
                        "bond:h1/bond7 mode=balance-rr",
                        "bond:h1/bond7 name=bond7",
                        "bond:h1/bond7 part-of=host:h1",
                        "bond:h1/bond7 up=false");
    }

    @Test
    void modesAreCalledAsTheyAreSet() {
        Map.of(
                        "load balancing (round-robin)", "balance-rr",
                        "load balancing (xor)", "balance-xor",
                        "fault-tolerance (broadcast)", "broadcast",
                        "transmit load balancing", "balance-tlb",
                        "adaptive load balancing", "balance-alb",
                        "something new", "something new",
                        "fault-tolerance (active-backup)", "active-backup")
                .forEach((written, mode) -> assertThat(read("== b\nBonding Mode: " + written + "\nMII Status: up\n")
                                .facts())
                        .contains("bond:h1/b mode=" + mode));
    }

    @Test
    void noBondsAreNone() {
        assertThat(read("")).isEqualTo(new Heard(List.of(), List.of()));
    }

    @Test
    void ofAnIncompleteBondNothingIsSaid() {
        String whole = NetworkSamples.ACTIVE_BACKUP;
        String withoutItsLastPort = whole.substring(0, whole.lastIndexOf("MII Status"));
        String hostile = whole.replace("Slave Interface: eth1", "Slave Interface: e/../1");
        for (String text :
                List.of(withoutItsLastPort, hostile, "== bond0\n", "== a b\nBonding Mode: x\nMII Status: up\n")) {
            Heard heard = read(text);
            assertThat(heard.facts()).isEmpty();
            assertThat(heard.unreadable()).containsExactly("bond: what is told of one bond is incomplete");
        }
    }

    @Test
    void aBondThatLacksAPortOfWhichIpKnowsIsIncomplete() {
        String cut =
                NetworkSamples.ACTIVE_BACKUP.substring(0, NetworkSamples.ACTIVE_BACKUP.lastIndexOf("Slave Interface"));
        Heard heard = Heard.of(new Bonds(), "bond", cut, "ip-link", NetworkSamples.LINKS);

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).containsExactly("bond: what is told of one bond is incomplete");
        assertThat(read(cut).of("bond:h1/bond0"))
                .contains("bond:h1/bond0 health=DEGRADED", "bond:h1/bond0 detail=it has only one port");
    }

    @Test
    void oneThatIsIncompleteDoesNotTakeTheOthersWithIt() {
        Heard heard = read("== bond9\nBonding Mode: x\n" + NetworkSamples.ACTIVE_BACKUP);

        assertThat(heard.of("bond:h1/bond0")).hasSize(8);
        assertThat(heard.unreadable()).hasSize(1);
    }
}
