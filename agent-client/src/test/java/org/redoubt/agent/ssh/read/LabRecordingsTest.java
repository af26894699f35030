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
        return answers(host, "ip-link", "lldp", "uptime", "os-release");
    }

    private static Map<String, String> answers(String directory, String... questions) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("net-sysfs", "");
        for (String question : questions) {
            answers.put(question, recorded(directory + "/" + question + ".txt"));
        }
        return answers;
    }

    private static Heard read(String host) {
        return read(answers(host));
    }

    private static Heard read(Map<String, String> texts) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        texts.forEach((question, text) -> answers.put(question, new Answer(question, 0, text)));
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

    private static final String[] OF_A_KERNEL = {
        "ip-link", "net-sysfs", "bond", "lldp", "scsi", "scsi-disk", "multipath"
    };

    private static final String MAP = "storage-path:h1/35000c50000004d04";

    @Test
    void aHostWithAKernelOfItsOwnHasABondAndPaths() {
        Heard heard = read(answers("node-4", OF_A_KERNEL));

        assertThat(heard.facts())
                .filteredOn(fact -> !fact.startsWith("adapter-card:") && !fact.startsWith("switch"))
                .containsExactly(
                        "bond:h1/bond0 active-member=network-port:h1/eth2",
                        "bond:h1/bond0 health=OK",
                        "bond:h1/bond0 mode=active-backup",
                        "bond:h1/bond0 name=bond0",
                        "bond:h1/bond0 part-of=host:h1",
                        "bond:h1/bond0 up=true",
                        "hba-port:h1/host0 driver=virtio_scsi",
                        "hba-port:h1/host0 health=OK",
                        "hba-port:h1/host0 name=host0",
                        "hba-port:h1/host0 part-of=adapter-card:h1/0000:00:10",
                        "hba-port:h1/host0 slot=0000:00:10.0",
                        "hba-port:h1/host0 up=true",
                        "hba-port:h1/host1 driver=virtio_scsi",
                        "hba-port:h1/host1 health=OK",
                        "hba-port:h1/host1 name=host1",
                        "hba-port:h1/host1 part-of=adapter-card:h1/0000:00:11",
                        "hba-port:h1/host1 slot=0000:00:11.0",
                        "hba-port:h1/host1 up=true",
                        "network-port:h1/eth0 driver=virtio_net",
                        "network-port:h1/eth0 health=OK",
                        "network-port:h1/eth0 name=eth0",
                        "network-port:h1/eth0 part-of=adapter-card:h1/0000:00:05",
                        "network-port:h1/eth0 slot=0000:00:05.0",
                        "network-port:h1/eth0 up=true",
                        "network-port:h1/eth1 cabled-to=[switch-port:02:00:0a:4d:00:0a/swp4]",
                        "network-port:h1/eth1 driver=virtio_net",
                        "network-port:h1/eth1 health=OK",
                        "network-port:h1/eth1 member-of=[bond:h1/bond0]",
                        "network-port:h1/eth1 name=eth1",
                        "network-port:h1/eth1 part-of=adapter-card:h1/0000:00:06",
                        "network-port:h1/eth1 slot=0000:00:06.0",
                        "network-port:h1/eth1 up=true",
                        "network-port:h1/eth2 cabled-to=[switch-port:02:00:0a:4d:00:0b/swp4]",
                        "network-port:h1/eth2 driver=virtio_net",
                        "network-port:h1/eth2 health=OK",
                        "network-port:h1/eth2 member-of=[bond:h1/bond0]",
                        "network-port:h1/eth2 name=eth2",
                        "network-port:h1/eth2 part-of=adapter-card:h1/0000:00:07",
                        "network-port:h1/eth2 slot=0000:00:07.0",
                        "network-port:h1/eth2 up=true",
                        MAP + " health=OK",
                        MAP + " member-of=[volume:35000c50000004d04]",
                        MAP + " name=mpatha",
                        MAP + " part-of=host:h1",
                        MAP + " up=true",
                        "storage-path:h1/sda cabled-to=[hba-port:h1/host0]",
                        "storage-path:h1/sda health=OK",
                        "storage-path:h1/sda name=sda",
                        "storage-path:h1/sda part-of=" + MAP,
                        "storage-path:h1/sda up=true",
                        "storage-path:h1/sdb cabled-to=[hba-port:h1/host1]",
                        "storage-path:h1/sdb health=OK",
                        "storage-path:h1/sdb name=sdb",
                        "storage-path:h1/sdb part-of=" + MAP,
                        "storage-path:h1/sdb up=true",
                        "volume:/dev/mapper/mpatha part-of=volume:35000c50000004d04",
                        "volume:35000c50000004d04 name=QEMU QEMU HARDDISK 35000c50000004d04");
        assertThat(heard.unreadable()).isEmpty();
    }

    /** All that is not well, or is known to be down. */
    private static List<String> amiss(Heard heard) {
        return heard.facts().stream()
                .filter(fact -> fact.endsWith("=false")
                        || fact.contains(" health=") && !fact.endsWith("=OK")
                        || fact.contains(" detail="))
                .toList();
    }

    @Test
    void aLegThatIsDarkAndAPathThatFailedAreToldAndNothingElse() {
        Heard heard = read(answers("node-4-leg-down-path-failed/node-4", OF_A_KERNEL));

        assertThat(amiss(heard))
                .containsExactly(
                        "bond:h1/bond0 detail=eth2: its link is down",
                        "bond:h1/bond0 health=DEGRADED",
                        "network-port:h1/eth2 detail=no carrier",
                        "network-port:h1/eth2 health=FAILED",
                        "network-port:h1/eth2 up=false",
                        MAP + " detail=1 of 2 paths failed: sdb",
                        MAP + " health=DEGRADED",
                        "storage-path:h1/sdb detail=path checker: offline",
                        "storage-path:h1/sdb health=FAILED",
                        "storage-path:h1/sdb up=false");
        assertThat(heard.facts()).contains("bond:h1/bond0 active-member=network-port:h1/eth1", MAP + " up=true");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void aPathThatIsGoneLeavesAMapWithOne() {
        Map<String, String> answers = answers("node-4-one-leg-and-path/node-4", "ip-link", "bond", "lldp", "multipath");
        answers.putAll(answers("node-4", "net-sysfs", "scsi", "scsi-disk"));

        assertThat(amiss(read(answers)))
                .contains(
                        MAP + " detail=only one path: sdb", MAP + " health=DEGRADED", "bond:h1/bond0 health=DEGRADED");
    }

    @Test
    void aBondWithoutLightHasNoLink() {
        Heard heard = read(answers("node-4-dark/node-4", "ip-link", "net-sysfs", "bond", "lldp"));

        assertThat(amiss(heard))
                .containsExactly(
                        "bond:h1/bond0 detail=it has no link; eth2: its link is down; eth1: its link is down",
                        "bond:h1/bond0 health=FAILED",
                        "bond:h1/bond0 up=false",
                        "network-port:h1/eth1 detail=no carrier",
                        "network-port:h1/eth1 health=FAILED",
                        "network-port:h1/eth1 up=false",
                        "network-port:h1/eth2 detail=no carrier",
                        "network-port:h1/eth2 health=FAILED",
                        "network-port:h1/eth2 up=false");
    }

    @Test
    void aPortWhoseCableIsCutIsStillThere() {
        Heard heard = read(answers("node-1-eth2-cut/node-1", "ip-link", "lldp"));

        assertThat(heard.of("network-port:h1/eth2"))
                .as("of the other end nobody hears any more")
                .containsExactly(
                        "network-port:h1/eth2 detail=no carrier",
                        "network-port:h1/eth2 health=FAILED",
                        "network-port:h1/eth2 name=eth2",
                        "network-port:h1/eth2 part-of=host:h1",
                        "network-port:h1/eth2 up=false");
        assertThat(amiss(heard)).hasSize(3);
    }
}
