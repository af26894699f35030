package org.redoubt.agent.ssh.read.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class HbaPortsTest {

    private static Heard read(String text) {
        return Heard.of(new HbaPorts(), "scsi", text);
    }

    @Test
    void adaptersSitOnCardsAndLeadToFabricsAndTargets() {
        Heard heard = read(StorageSamples.ADAPTERS);

        assertThat(heard.facts())
                .as("host0 is a SATA port")
                .containsExactly(
                        "adapter-card:h1/0000:00:05 name=slot 00:05",
                        "adapter-card:h1/0000:00:05 part-of=host:h1",
                        "adapter-card:h1/0000:00:05 slot=0000:00:05",
                        "adapter-card:h1/0000:5e:00 name=slot 5e:00",
                        "adapter-card:h1/0000:5e:00 part-of=host:h1",
                        "adapter-card:h1/0000:5e:00 slot=0000:5e:00",
                        "fabric-switch:10:00:00:27:f8:00:0a:01 name=fabric 10:00:00:27:f8:00:0a:01",
                        "hba-port:h1/host1 address=10:00:00:90:fa:00:00:01",
                        "hba-port:h1/host1 cabled-to=[fabric-switch:10:00:00:27:f8:00:0a:01]",
                        "hba-port:h1/host1 driver=lpfc",
                        "hba-port:h1/host1 health=OK",
                        "hba-port:h1/host1 name=host1",
                        "hba-port:h1/host1 part-of=adapter-card:h1/0000:5e:00",
                        "hba-port:h1/host1 slot=0000:5e:00.0",
                        "hba-port:h1/host1 speed=4000000000",
                        "hba-port:h1/host1 up=true",
                        "hba-port:h1/host2 address=10:00:00:90:fa:00:00:02",
                        "hba-port:h1/host2 detail=port state Linkdown",
                        "hba-port:h1/host2 driver=lpfc",
                        "hba-port:h1/host2 health=FAILED",
                        "hba-port:h1/host2 name=host2",
                        "hba-port:h1/host2 part-of=adapter-card:h1/0000:5e:00",
                        "hba-port:h1/host2 slot=0000:5e:00.1",
                        "hba-port:h1/host2 up=false",
                        "hba-port:h1/host3 cabled-to="
                                + "[storage-controller:iqn.2010-06.com.example:array.1/10.7.0.5:3260]",
                        "hba-port:h1/host3 driver=iscsi_tcp",
                        "hba-port:h1/host3 health=OK",
                        "hba-port:h1/host3 name=host3",
                        "hba-port:h1/host3 part-of=host:h1",
                        "hba-port:h1/host3 up=true",
                        "hba-port:h1/host4 driver=virtio_scsi",
                        "hba-port:h1/host4 health=OK",
                        "hba-port:h1/host4 name=host4",
                        "hba-port:h1/host4 part-of=adapter-card:h1/0000:00:05",
                        "hba-port:h1/host4 slot=0000:00:05.0",
                        "hba-port:h1/host4 up=true",
                        "storage-array:52:4a:93:70:00:00:00:00 address=52:4a:93:70:00:00:00:00",
                        "storage-array:iqn.2010-06.com.example:array.1 name=iqn.2010-06.com.example:array.1",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "cabled-to=[fabric-switch:10:00:00:27:f8:00:0a:01]",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "name=52:4a:93:70:00:00:00:10",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "part-of=storage-array:52:4a:93:70:00:00:00:00",
                        "storage-controller:iqn.2010-06.com.example:array.1/10.7.0.5:3260 name=10.7.0.5:3260",
                        "storage-controller:iqn.2010-06.com.example:array.1/10.7.0.5:3260 "
                                + "part-of=storage-array:iqn.2010-06.com.example:array.1");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void onlyOnlineIsWell() {
        Map.of(
                        "Online", "up=true",
                        "Marginal", "health=DEGRADED",
                        "Offline", "up=false",
                        "Blocked", "up=false",
                        "Not Present", "up=false",
                        "Diagnostics", "health=FAILED")
                .forEach((state, fact) -> assertThat(
                                read("scsi_host/host1 proc_name=qla2xxx\nfc_host/host1 port_state=" + state + "\n")
                                        .facts())
                        .contains("hba-port:h1/host1 " + fact));
        for (String state : new String[] {"Unknown", ""}) {
            assertThat(read("scsi_host/host1 state=running\nfc_host/host1 port_state=" + state + "\n")
                            .facts())
                    .containsExactly("hba-port:h1/host1 name=host1", "hba-port:h1/host1 part-of=host:h1");
        }
    }

    @Test
    void aDirectConnectionLeadsToTheArrayItself() {
        Heard heard = read(StorageSamples.ADAPTERS.replace(
                "NPort (fabric via point-to-point)", "Point-To-Point (direct nport connection)"));

        assertThat(heard.facts()).noneMatch(fact -> fact.contains("fabric"));
        assertThat(heard.of("hba-port:h1/host1"))
                .contains("hba-port:h1/host1 cabled-to="
                        + "[storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10]");
    }

    @Test
    void aSessionThatFailedIsDown() {
        Heard heard = read(StorageSamples.ADAPTERS
                .replace("state=LOGGED_IN", "state=FAILED")
                .replace("address=10.7.0.5", "persistent_address=fd00::5")
                .replace("connection1:0 port=3260", "connection1:0 persistent_port=3260"));

        assertThat(heard.of("hba-port:h1/host3"))
                .contains(
                        "hba-port:h1/host3 detail=iSCSI session FAILED",
                        "hba-port:h1/host3 up=false",
                        "hba-port:h1/host3 cabled-to="
                                + "[storage-controller:iqn.2010-06.com.example:array.1/[fd00::5]:3260]");
    }

    @Test
    void aSessionOfWhichNoConnectionIsToldLeadsToTheTarget() {
        Heard heard = read("""
                scsi_host/host3 state=running
                iscsi_session/session1 targetname=iqn.x
                iscsi_session/session1 host=host3
                """);

        assertThat(heard.facts())
                .containsExactly(
                        "hba-port:h1/host3 cabled-to=[storage-array:iqn.x]",
                        "hba-port:h1/host3 name=host3",
                        "hba-port:h1/host3 part-of=host:h1",
                        "storage-array:iqn.x name=iqn.x");
    }

    @Test
    void otherAdaptersAreAsTheKernelHasThem() {
        assertThat(read("scsi_host/host9 state=recovery\n").facts()).contains("hba-port:h1/host9 health=DEGRADED");
        assertThat(read("scsi_host/host9 state=offline\n").facts())
                .contains("hba-port:h1/host9 up=false", "hba-port:h1/host9 detail=state offline");
        for (String driver : new String[] {"mpt3sas", "lpfc", "iscsi_tcp", ""}) {
            assertThat(read("scsi_host/host9 proc_name=" + driver + "\nscsi_host/host9 state=running\n")
                            .fine())
                    .as("the kernel's state tells nothing of the cable of " + driver)
                    .isEmpty();
        }
    }

    @Test
    void hostileNamesAreNoAdapters() {
        assertThat(
                        read("scsi_host/../host1 state=running\nscsi_host/host1x state=running\nscsi_host/$(id) state=running\n")
                                .facts())
                .isEmpty();
    }
}
