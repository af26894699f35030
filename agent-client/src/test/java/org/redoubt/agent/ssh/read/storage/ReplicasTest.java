package org.redoubt.agent.ssh.read.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.ssh.read.Heard;

class ReplicasTest {

    private static Heard read(String text) {
        return Heard.of(new Replicas(), "drbd", text);
    }

    @Test
    void replicasAreWholeBehindOrLost() {
        Heard heard = read(StorageSamples.DRBD);

        assertThat(heard.facts())
                .containsExactly(
                        "volume:h1/drbd/r0 health=OK",
                        "volume:h1/drbd/r0 name=r0",
                        "volume:h1/drbd/r0 part-of=host:h1",
                        "volume:h1/drbd/r0 replica-behind=0",
                        "volume:h1/drbd/r0 replica-of=volume:node-2/drbd/r0",
                        "volume:h1/drbd/r0 role=Secondary",
                        "volume:h1/drbd/r1 detail=node-2: disk Inconsistent; node-3: connection Connecting",
                        "volume:h1/drbd/r1 health=DEGRADED",
                        "volume:h1/drbd/r1 name=r1",
                        "volume:h1/drbd/r1 part-of=host:h1",
                        "volume:h1/drbd/r1 replica-behind=2097152",
                        "volume:h1/drbd/r1 role=Primary",
                        "volume:h1/drbd/r2 detail=own disk Failed; no quorum; I/O is suspended",
                        "volume:h1/drbd/r2 health=FAILED",
                        "volume:h1/drbd/r2 name=r2",
                        "volume:h1/drbd/r2 part-of=host:h1",
                        "volume:h1/drbd/r2 role=Secondary");
        assertThat(heard.unreadable()).isEmpty();
    }

    @Test
    void ownDisksThatCanBeUsedAreNotLost() {
        assertThat(read(StorageSamples.DRBD.replaceFirst(
                                "\"disk-state\": \"UpToDate\"", "\"disk-state\": \"Outdated\""))
                        .of("volume:h1/drbd/r0"))
                .contains("volume:h1/drbd/r0 health=DEGRADED", "volume:h1/drbd/r0 detail=own disk Outdated");
        assertThat(read(StorageSamples.DRBD.replaceFirst(
                                "\"disk-state\": \"UpToDate\", \"client\": false",
                                "\"disk-state\": \"Diskless\", \"client\": true"))
                        .of("volume:h1/drbd/r0"))
                .as("a client means to have none")
                .contains("volume:h1/drbd/r0 health=OK");
    }

    @Test
    void noResourceIsNone() {
        assertThat(read("[\n]\n")).isEqualTo(new Heard(List.of(), List.of()));
    }

    @Test
    void whatIsIncompleteIsUnknown() {
        Heard heard = read("[{},{\"name\":\"a/b\",\"role\":\"Primary\",\"devices\":[{}],\"connections\":[]},"
                + "{\"name\":\"r\",\"role\":\"Primary\",\"devices\":[],\"connections\":[]},"
                + "{\"name\":\"r\",\"role\":\"Primary\",\"devices\":[{}]}]");

        assertThat(heard.facts()).isEmpty();
        assertThat(heard.unreadable()).containsExactly("drbd: what is told of 4 resources is incomplete");
        assertThat(read("{}").unreadable()).containsExactly("drbd: it is no list of resources");
    }

    @Test
    void whatIsNotToldOfADiskIsNotWell() {
        assertThat(read("[{\"name\":\"r\",\"role\":\"Primary\",\"devices\":[{}],\"connections\":[{\"name\":\"p\"}]}]")
                        .facts())
                .contains(
                        "volume:h1/drbd/r health=FAILED",
                        "volume:h1/drbd/r detail=own disk not told; p: connection not told");
    }
}
