package org.redoubt.agent.ssh.read.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.ssh.read.Heard;

class DisksTest {

    private static Heard read(String text) {
        return Heard.of(new Disks(), "smart", text);
    }

    @Test
    void disksTellHowTheyAre() {
        Heard heard = read(StorageSamples.SMART);

        assertThat(heard.facts())
                .containsExactly(
                        "disk:h1/megaraid,3 health=OK",
                        "disk:h1/megaraid,3 name=megaraid,3",
                        "disk:h1/megaraid,3 part-of=host:h1",
                        "disk:h1/nvme0 capacity=960197124096",
                        "disk:h1/nvme0 health=OK",
                        "disk:h1/nvme0 model=Micron_7450",
                        "disk:h1/nvme0 name=nvme0",
                        "disk:h1/nvme0 part-of=host:h1",
                        "disk:h1/nvme0 serial=2241",
                        "disk:h1/sda capacity=480103981056",
                        "disk:h1/sda health=OK",
                        "disk:h1/sda model=SAMSUNG MZ7L3480HCHQ",
                        "disk:h1/sda name=sda",
                        "disk:h1/sda part-of=host:h1",
                        "disk:h1/sda serial=S664NE0T",
                        "disk:h1/sdb capacity=4000787030016",
                        "disk:h1/sdb detail=SMART: it says that it is failing",
                        "disk:h1/sdb health=FAILED",
                        "disk:h1/sdb model=ST4000NM000A",
                        "disk:h1/sdb name=sdb",
                        "disk:h1/sdb part-of=host:h1",
                        "disk:h1/sdb serial=WS20",
                        "disk:h1/sdc detail=SMART: worn to a threshold",
                        "disk:h1/sdc health=DEGRADED",
                        "disk:h1/sdc model=HGST HUS",
                        "disk:h1/sdc name=sdc",
                        "disk:h1/sdc part-of=host:h1",
                        "disk:h1/sdd detail=SMART: it could not be asked",
                        "disk:h1/sdd name=sdd",
                        "disk:h1/sdd part-of=host:h1",
                        "disk:h1/sde capacity=67108864",
                        "disk:h1/sde detail=SMART: it does not tell how it is",
                        "disk:h1/sde model=QEMU HARDDISK",
                        "disk:h1/sde name=sde",
                        "disk:h1/sde part-of=host:h1");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void noDiskIsNoDisk() {
        assertThat(read("")).isEqualTo(new Heard(List.of(), List.of()));
    }

    @Test
    void aHostWithoutDisksNeedsNoSmartctl() {
        Answer absent = new Answer("smart", Answer.NO_SUCH_COMMAND, "");
        Answer noDisk = new Answer("scsi-disk", 0, "");
        Answer noNvme = new Answer("scsi", 0, "scsi_host/host0 proc_name=ahci\n");
        Answer nvme = new Answer("scsi", 0, "nvme/nvme0 transport=pcie\n");
        Heard unknown = new Heard(List.of(), List.of("smart: there is no such command"));

        assertThat(Heard.of(new Disks(), Map.of("smart", absent, "scsi-disk", noDisk, "scsi", noNvme)))
                .isEqualTo(new Heard(List.of(), List.of()));
        assertThat(Heard.of(new Disks(), Map.of("smart", absent, "scsi-disk", noDisk, "scsi", nvme)))
                .isEqualTo(unknown);
        assertThat(Heard.of(new Disks(), Map.of("smart", absent, "scsi-disk", noDisk)))
                .isEqualTo(unknown);
        assertThat(Heard.of(new Disks(), Map.of("smart", absent))).isEqualTo(unknown);
    }

    @Test
    void whatIsNoAnswerOfSmartctlIsCounted() {
        Heard heard = read("== /dev/sda\n{\"smart_status\":{\"passed\":true}}\n== /dev/sdb\n{\"smartctl\"\n"
                + "== ../sdc\n{\"smartctl\":{\"exit_status\":0},\"smart_status\":{\"passed\":true}}\n== /dev/sdd\n");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).containsExactly("smart: what 4 disks say is no whole answer of smartctl");
    }

    @Test
    void whatDoesNotSayThatItPassedHasNoHealth() {
        for (String answer : List.of(
                "{\"smartctl\":{},\"smart_status\":{\"passed\":true}}",
                "{\"smartctl\":{\"exit_status\":1},\"smart_status\":{\"passed\":true}}",
                "{\"smartctl\":{\"exit_status\":0},\"smart_status\":{\"passed\":\"true\"}}",
                "{\"smartctl\":{\"exit_status\":0},\"smart_status\":[]}")) {
            assertThat(read("== /dev/sda\n" + answer + "\n").fine()).as(answer).isEmpty();
        }
    }
}
