package org.redoubt.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.app.TypedCommand.type;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.record.Recording;
import org.redoubt.agent.record.RecordingReader;
import org.redoubt.agent.record.RecordingWriter;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

class RecordCommandTest {

    @TempDir
    Path temporary;

    private String file(String name) {
        return temporary.resolve(name).toString();
    }

    private Path recorded() throws Exception {
        Map<String, Answer> answers = Map.of(
                "uname", new Answer("uname", 0, "Linux node-1 6.1.0-18-amd64 x86_64\n"),
                "lldp", new Answer("lldp", 0, "{"));
        Round round = new Round(ElementId.host("node-1"), 40, answers);
        Snapshot others = new Snapshot(Site.empty("west"), Instant.EPOCH, false);
        Path folder = temporary.resolve("west");
        RecordingWriter.write(
                new Recording(others, List.of(new Recording.Host(round, Set.of(), Optional.empty()))), folder);
        return folder;
    }

    @Test
    void aRecordingIsASiteThatIsLookedAtOnly() throws Exception {
        Path folder = recorded();
        try (SiteAgents site = SiteOpener.open(folder.toString(), new Workstation(Map.of()).desk(), true)) {
            assertThat(site)
                    .isInstanceOfSatisfying(
                            SnapshotAgents.class,
                            still -> assertThat(still.recorded()).isTrue());
            assertThat(site.name()).isEqualTo("west");
            assertThat(site.agent(ElementId.host("node-1"))).isEmpty();
        }
        TypedCommand seen = type("snapshot", folder.toString(), "-o", file("s.json"));
        assertThat(seen.code()).as(seen.err()).isZero();
        var host = SnapshotCodec.read(Path.of(file("s.json")))
                .site()
                .host(ElementId.host("node-1"))
                .orElseThrow();
        assertThat(host.value(Attributes.KERNEL).orElseThrow()).contains("6.1.0-18-amd64");
        assertThat(host.value(Attributes.UNREADABLE).orElseThrow()).anyMatch(line -> line.startsWith("lldp: "));
    }

    @Test
    void whoDoesNotAnswerIsCountedAndTheOthersAreKept() throws Exception {
        // port 1 of this machine: nobody listens, so it refuses at once
        Path site = Files.writeString(
                temporary.resolve("dc.yaml"),
                "hosts:\n  - {name: a, uri: 'test:///default', ssh: 'root@127.0.0.1:1', rack: r1}\n");
        TypedCommand done = type("record", site.toString(), "-o", file("dc"), "--timeout", "20");
        assertThat(done.code()).as(done.err()).isEqualTo(1);
        assertThat(done.err()).contains("dc: 0 of 1 hosts answered").contains("a did not answer: ");
        Recording kept = RecordingReader.read(temporary.resolve("dc"));
        assertThat(kept.hosts()).isEmpty();
        assertThat(kept.others().site().host(ElementId.host("a")).orElseThrow().value(Attributes.PART_OF))
                .contains(ElementId.parse("rack:r1"));
    }

    @Test
    void whatCannotBeRecordedIsBadInput() throws Exception {
        Path bad = Files.createDirectory(temporary.resolve("bad"));
        assertThat(refused("snapshot", bad.toString(), "-o", file("x"))).contains(": a directory, and no recording.");
        Files.writeString(bad.resolve("index.json"), "{");
        assertThat(refused("snapshot", bad.toString(), "-o", file("x"))).contains("index.json: this is not JSON");
        assertThat(refused("record", "sim:demo", "-o", file("y"))).contains("a snapshot keeps what it says");
        assertThat(refused("record", recorded().toString(), "-o", file("y"))).contains("nobody can be asked here");
        assertThat(refused("record", "nowhere.yaml", "-o", file("y"))).contains("nowhere.yaml: no such file");
        assertThat(refused("record", "test:///default", "-o", bad.toString())).contains("something is in it already");
        assertThat(refused("record", "test:///default", "-o", file("y"), "--timeout", "-1"))
                .contains("--timeout is from 0");
        assertThat(temporary.resolve("y")).doesNotExist();
    }

    private static String refused(String... typed) {
        TypedCommand refused = type(typed);
        assertThat(refused.code()).as(String.join(" ", typed)).isEqualTo(2);
        assertThat(refused.err().lines()).hasSize(1);
        return refused.err();
    }
}
