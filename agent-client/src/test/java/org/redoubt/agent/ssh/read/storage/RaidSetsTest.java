package org.redoubt.agent.ssh.read.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.ssh.read.Heard;

class RaidSetsTest {

    private static Heard read(String text) {
        return Heard.of(new RaidSets(), "mdstat", text);
    }

    @Test
    void setsLackMembersAndHaveSpares() {
        Heard heard = read(StorageSamples.ARRAYS);

        assertThat(heard.facts())
                .as("md127 is a container")
                .containsExactly(
                        "raid-set:h1/md0 capacity=1073676288",
                        "raid-set:h1/md0 health=OK",
                        "raid-set:h1/md0 name=md0",
                        "raid-set:h1/md0 part-of=host:h1",
                        "raid-set:h1/md0 raid=RAID1",
                        "raid-set:h1/md0 spares=0",
                        "raid-set:h1/md0 up=true",
                        "raid-set:h1/md1 capacity=2147221504",
                        "raid-set:h1/md1 detail=1 of 3 members missing; sdc1 failed; recovery 12.6 %",
                        "raid-set:h1/md1 health=DEGRADED",
                        "raid-set:h1/md1 name=md1",
                        "raid-set:h1/md1 part-of=host:h1",
                        "raid-set:h1/md1 raid=RAID5",
                        "raid-set:h1/md1 spares=1",
                        "raid-set:h1/md1 up=true",
                        "raid-set:h1/md2 capacity=1073676288",
                        "raid-set:h1/md2 detail=it is not started",
                        "raid-set:h1/md2 health=FAILED",
                        "raid-set:h1/md2 name=md2",
                        "raid-set:h1/md2 part-of=host:h1",
                        "raid-set:h1/md2 up=false",
                        "raid-set:h1/md3 capacity=536805376",
                        "raid-set:h1/md3 health=OK",
                        "raid-set:h1/md3 name=md3",
                        "raid-set:h1/md3 part-of=host:h1",
                        "raid-set:h1/md3 raid=RAID1",
                        "raid-set:h1/md3 spares=0",
                        "raid-set:h1/md3 up=true",
                        "raid-set:h1/md4 capacity=4294967296",
                        "raid-set:h1/md4 health=OK",
                        "raid-set:h1/md4 name=md4",
                        "raid-set:h1/md4 part-of=host:h1",
                        "raid-set:h1/md4 raid=RAID0",
                        "raid-set:h1/md4 spares=0",
                        "raid-set:h1/md4 up=true",
                        "raid-set:h1/md5 capacity=2147483648",
                        "raid-set:h1/md5 detail=3 of 5 members missing",
                        "raid-set:h1/md5 health=FAILED",
                        "raid-set:h1/md5 name=md5",
                        "raid-set:h1/md5 part-of=host:h1",
                        "raid-set:h1/md5 raid=RAID6",
                        "raid-set:h1/md5 spares=0",
                        "raid-set:h1/md5 up=true");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void noneIsNone() {
        assertThat(read("Personalities : \nunused devices: <none>\n")).isEqualTo(new Heard(List.of(), List.of()));
        assertThat(Heard.of(new RaidSets(), Map.of("mdstat", new Answer("mdstat", Answer.NO_SUCH_COMMAND, ""))))
                .isEqualTo(new Heard(List.of(), List.of()));
    }

    @Test
    void withoutItsLastLineItIsCutOff() {
        assertThat(read("").unreadable()).containsExactly("mdstat: it is cut off");
        assertThat(read(StorageSamples.ARRAYS.replace("unused devices: <none>\n", "")))
                .isEqualTo(new Heard(List.of(), List.of("mdstat: it is cut off")));
    }

    @Test
    void ofASetWhoseMembersAreNotCountedNothingIsWell() {
        Heard heard =
                read("md0 : active raid1 sdb1[1] sda1[0]\n      1048512 blocks super 1.2\n\nunused devices: <none>\n");

        assertThat(heard.facts()).noneMatch(fact -> fact.contains("health"));
        assertThat(heard.unreadable()).containsExactly("mdstat: 1 of its lines are not as expected");
    }

    @Test
    void hostileNamesAreNoSets() {
        Heard heard = read(
                "md$(id) : active raid1 a[0]\nmd0 : asleep raid1 a[0]\nmd1 : active raid9x a[0] [1/1]\nunused devices: <none>\n");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).containsExactly("mdstat: 3 of its lines are not as expected");
    }

    @Test
    void aMirrorLivesOnItsLastMember() {
        assertThat(read("md0 : active raid1 a1[0]\n  10 blocks [3/1] [U__]\n\nunused devices: <none>\n")
                        .facts())
                .contains("raid-set:h1/md0 health=DEGRADED", "raid-set:h1/md0 detail=2 of 3 members missing");
        assertThat(read("md0 : active raid10 a1[0]\n  10 blocks [4/1] [U___]\n\nunused devices: <none>\n")
                        .facts())
                .contains("raid-set:h1/md0 health=FAILED");
    }
}
