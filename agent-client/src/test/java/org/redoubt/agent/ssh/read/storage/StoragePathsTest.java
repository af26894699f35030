package org.redoubt.agent.ssh.read.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.ssh.read.Heard;

class StoragePathsTest {

    private static final String MAP = "storage-path:h1/3624a9370aa000000000000a1";

    private static Heard read(String maps) {
        return read(maps, StorageSamples.DISKS);
    }

    private static Heard read(String maps, String disks) {
        return Heard.of(new StoragePaths(), "scsi", StorageSamples.ADAPTERS, "scsi-disk", disks, "multipath", maps);
    }

    @Test
    void aMapIsAPathMadeOfPathsToAVolumeOfAllHosts() {
        Heard heard = read(StorageSamples.MAPS);

        assertThat(heard.facts())
                .as("sda is a disk of the host itself")
                .containsExactly(
                        "storage-array:52:4a:93:70:00:00:00:00 address=52:4a:93:70:00:00:00:00",
                        "storage-array:52:4a:93:70:00:00:00:00 name=PURE FlashArray",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "cabled-to=[fabric-switch:10:00:00:27:f8:00:0a:01]",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "name=52:4a:93:70:00:00:00:10",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10 "
                                + "part-of=storage-array:52:4a:93:70:00:00:00:00",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:11 "
                                + "name=52:4a:93:70:00:00:00:11",
                        "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:11 "
                                + "part-of=storage-array:52:4a:93:70:00:00:00:00",
                        MAP + " detail=1 of 2 paths failed: sdc",
                        MAP + " health=DEGRADED",
                        MAP + " member-of=[volume:3624a9370aa000000000000a1]",
                        MAP + " name=mpatha",
                        MAP + " part-of=host:h1",
                        MAP + " up=true",
                        "storage-path:h1/sdb cabled-to=[hba-port:h1/host1, "
                                + "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10]",
                        "storage-path:h1/sdb health=OK",
                        "storage-path:h1/sdb name=sdb",
                        "storage-path:h1/sdb part-of=" + MAP,
                        "storage-path:h1/sdb up=true",
                        "storage-path:h1/sdc cabled-to=[hba-port:h1/host2, "
                                + "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:11]",
                        "storage-path:h1/sdc detail=path checker: offline",
                        "storage-path:h1/sdc health=FAILED",
                        "storage-path:h1/sdc name=sdc",
                        "storage-path:h1/sdc part-of=" + MAP,
                        "storage-path:h1/sdc up=false",
                        "storage-path:h1/sdd cabled-to=[hba-port:h1/host3]",
                        "storage-path:h1/sdd health=OK",
                        "storage-path:h1/sdd member-of=[volume:20123456789abcdef]",
                        "storage-path:h1/sdd name=sdd",
                        "storage-path:h1/sdd part-of=host:h1",
                        "storage-path:h1/sdd up=true",
                        "storage-path:h1/sde cabled-to=[hba-port:h1/host4]",
                        "storage-path:h1/sde detail=device offline",
                        "storage-path:h1/sde health=FAILED",
                        "storage-path:h1/sde name=sde",
                        "storage-path:h1/sde part-of=host:h1",
                        "storage-path:h1/sde up=false",
                        "volume:/dev/mapper/mpatha part-of=volume:3624a9370aa000000000000a1",
                        "volume:3624a9370aa000000000000a1 member-of="
                                + "[storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:10, "
                                + "storage-controller:52:4a:93:70:00:00:00:00/52:4a:93:70:00:00:00:11]",
                        "volume:3624a9370aa000000000000a1 name=PURE FlashArray 3624a9370aa000000000000a1",
                        "volume:3624a9370aa000000000000a1 part-of=storage-array:52:4a:93:70:00:00:00:00");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void whatIsNotDefinedIsNotSaid() {
        Heard heard = Heard.of(new StoragePaths(), "multipath", StorageSamples.UNDEFINED);

        assertThat(heard.facts())
                .containsExactly(
                        "storage-path:h1/0QEMU_QEMU_HARDDISK_lun0 health=OK",
                        "storage-path:h1/0QEMU_QEMU_HARDDISK_lun0 member-of=[volume:0QEMU_QEMU_HARDDISK_lun0]",
                        "storage-path:h1/0QEMU_QEMU_HARDDISK_lun0 name=mpathb",
                        "storage-path:h1/0QEMU_QEMU_HARDDISK_lun0 part-of=host:h1",
                        "storage-path:h1/0QEMU_QEMU_HARDDISK_lun0 up=true",
                        "storage-path:h1/sdf health=OK",
                        "storage-path:h1/sdf name=sdf",
                        "storage-path:h1/sdf part-of=storage-path:h1/0QEMU_QEMU_HARDDISK_lun0",
                        "storage-path:h1/sdf up=true",
                        "storage-path:h1/sdg health=OK",
                        "storage-path:h1/sdg name=sdg",
                        "storage-path:h1/sdg part-of=storage-path:h1/0QEMU_QEMU_HARDDISK_lun0",
                        "storage-path:h1/sdg up=true",
                        "volume:/dev/mapper/mpathb part-of=volume:0QEMU_QEMU_HARDDISK_lun0",
                        "volume:0QEMU_QEMU_HARDDISK_lun0 name=QEMU QEMU HARDDISK 0QEMU_QEMU_HARDDISK_lun0");
    }

    @Test
    void allPathsGoneIsDown() {
        Heard heard = read(StorageSamples.MAPS.replace("\"active\"", "\"failed\""));

        assertThat(heard.of(MAP)).contains(MAP + " up=false", MAP + " detail=all 2 paths failed");
        Heard empty = read(
                "{\"maps\":[{\"name\":\"m\",\"uuid\":\"3624a9370aa000000000000a1\",\"paths\":0,\"path_groups\":[]}]}");
        assertThat(empty.of(MAP)).contains(MAP + " health=FAILED", MAP + " detail=no path is left");
    }

    private static String alone(String device) {
        return "{\"maps\":[{\"name\":\"m\",\"uuid\":\"3624a9370aa000000000000a1\",\"paths\":1,\"dm_st\":\"active\",\"path_groups\":"
                + "[{\"paths\":[{\"dev\":\"" + device
                + "\",\"dm_st\":\"active\",\"dev_st\":\"running\",\"chk_st\":\"ready\"}]}]}]}";
    }

    @Test
    void aPathThatIsLeftAloneIsToldUnlessThereCanBeNoOther() {
        assertThat(read(alone("sdb")).of(MAP)).contains(MAP + " health=DEGRADED", MAP + " detail=only one path: sdb");
        assertThat(read(alone("sda")).of(MAP)).contains(MAP + " health=OK").noneMatch(fact -> fact.contains("detail"));
        assertThat(Heard.of(new StoragePaths(), "multipath", alone("sdb")).of(MAP))
                .as("whether it is a disk of the host itself is not known")
                .contains(MAP + " detail=only one path: sdb")
                .noneMatch(fact -> fact.contains("health") || fact.contains(" up="));
    }

    @Test
    void aPathOfWhichNothingIsKnownMakesNothingOk() {
        for (String state : List.of("i/o pending", "undef", "[undef]", "delayed", "")) {
            Heard heard = read(StorageSamples.MAPS
                    .replace("\"chk_st\": \"ready\"", "\"chk_st\": \"" + state + "\"")
                    .replace(
                            "\"dm_st\": \"failed\", \"dev_st\": \"offline\", \"chk_st\": \"faulty\"",
                            "\"dm_st\": \"active\", \"dev_st\": \"running\", \"chk_st\": \"ready\""));
            assertThat(heard.of(MAP))
                    .as(state)
                    .contains(MAP + " detail=of some paths the state is not known")
                    .noneMatch(fact -> fact.contains("health") || fact.contains(" up="));
            assertThat(heard.of("storage-path:h1/sdb")).noneMatch(fact -> fact.contains("health"));
        }
    }

    @Test
    void shakyMarginalAndSuspendedAreDegraded() {
        String well = StorageSamples.MAPS.replace(
                "\"dm_st\": \"failed\", \"dev_st\": \"offline\", \"chk_st\": \"faulty\"",
                "\"dm_st\": \"active\", \"dev_st\": \"running\", \"chk_st\": \"ready\"");
        assertThat(read(well).of(MAP)).contains(MAP + " health=OK", MAP + " up=true");
        assertThat(read(well.replaceFirst("\"chk_st\": \"ready\"", "\"chk_st\": \"shaky\""))
                        .of(MAP))
                .contains(MAP + " health=DEGRADED", MAP + " detail=not steady: sdb");
        assertThat(read(well.replace(
                                "\"lun_hex\": \"0x0001000000000000\", \"marginal_st\": \"normal\"",
                                "\"marginal_st\": \"marginal\""))
                        .of("storage-path:h1/sdb"))
                .contains("storage-path:h1/sdb health=DEGRADED", "storage-path:h1/sdb detail=marginal");
        assertThat(read(well.replaceFirst("\"dm_st\": \"active\"", "\"dm_st\": \"suspend\""))
                        .of(MAP))
                .contains(MAP + " detail=its I/O is suspended", MAP + " health=DEGRADED");
    }

    @Test
    void withoutMultipathdEachDiskIsAPathOfItsOwn() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("scsi", new Answer("scsi", 0, StorageSamples.ADAPTERS));
        answers.put("scsi-disk", new Answer("scsi-disk", 0, StorageSamples.DISKS));
        answers.put("multipath", new Answer("multipath", Answer.NO_SUCH_COMMAND, ""));
        Heard heard = Heard.of(new StoragePaths(), answers);

        assertThat(heard.of("storage-path:h1/sdb"))
                .containsExactly(
                        "storage-path:h1/sdb cabled-to=[hba-port:h1/host1]",
                        "storage-path:h1/sdb health=OK",
                        "storage-path:h1/sdb member-of=[volume:3624a9370aa000000000000a1]",
                        "storage-path:h1/sdb name=sdb",
                        "storage-path:h1/sdb part-of=host:h1",
                        "storage-path:h1/sdb up=true");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void whileTheMapsAreUnknownNoDiskIsWell() {
        for (String maps : List.of("", "{", "{\"maps\":{}}", "{\"maps\":[{}]}")) {
            Heard heard = read(maps);
            assertThat(heard.fine()).as(maps).isEmpty();
            assertThat(heard.unreadable()).as(maps).hasSize(1);
            assertThat(heard.of("storage-path:h1/sde")).contains("storage-path:h1/sde up=false");
        }
    }

    @Test
    void aMapWhosePathsDoNotAddUpIsIncomplete() {
        Heard heard = read(StorageSamples.MAPS.replace("\"paths\": 1", "\"paths\": 3"));

        assertThat(heard.of(MAP)).isEmpty();
        assertThat(heard.unreadable()).containsExactly("multipath: 1 of its maps are incomplete");
    }

    @Test
    void aVolumeThatSomebodyNamedIsCalledSo() {
        assertThat(read(StorageSamples.MAPS.replace("\"mpatha\"", "\"payroll-0\""))
                        .facts())
                .contains("volume:3624a9370aa000000000000a1 name=payroll-0");
    }

    @Test
    void nvmeOverANetworkHasPathsToo() {
        Heard heard = Heard.of(new NvmePaths(), "scsi", StorageSamples.ADAPTERS);

        assertThat(heard.facts())
                .as("nvme0 is a drive in its slot")
                .containsExactly(
                        "storage-array:nqn.2019-08.com.example:pool name=nqn.2019-08.com.example:pool",
                        "storage-controller:nqn.2019-08.com.example:pool/10.7.0.9:4420 name=10.7.0.9:4420",
                        "storage-controller:nqn.2019-08.com.example:pool/10.7.0.9:4420 "
                                + "part-of=storage-array:nqn.2019-08.com.example:pool",
                        "storage-controller:nqn.2019-08.com.example:pool/10.7.1.9:4420 name=10.7.1.9:4420",
                        "storage-controller:nqn.2019-08.com.example:pool/10.7.1.9:4420 "
                                + "part-of=storage-array:nqn.2019-08.com.example:pool",
                        "storage-path:h1/nvme1 cabled-to="
                                + "[storage-controller:nqn.2019-08.com.example:pool/10.7.0.9:4420]",
                        "storage-path:h1/nvme1 health=OK",
                        "storage-path:h1/nvme1 name=nvme1",
                        "storage-path:h1/nvme1 part-of=host:h1",
                        "storage-path:h1/nvme1 up=true",
                        "storage-path:h1/nvme2 cabled-to="
                                + "[storage-controller:nqn.2019-08.com.example:pool/10.7.1.9:4420]",
                        "storage-path:h1/nvme2 detail=controller connecting",
                        "storage-path:h1/nvme2 health=FAILED",
                        "storage-path:h1/nvme2 name=nvme2",
                        "storage-path:h1/nvme2 part-of=host:h1",
                        "storage-path:h1/nvme2 up=false");
    }
}
