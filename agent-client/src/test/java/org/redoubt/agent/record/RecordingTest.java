package org.redoubt.agent.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.agent.pacemaker.CorosyncReader;
import org.redoubt.agent.pacemaker.PacemakerReader;
import org.redoubt.agent.pacemaker.Roster;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.ssh.Hearer;
import org.redoubt.agent.ssh.read.Readers;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** What the lab answered, written, read back and read once more. */
class RecordingTest {

    private static final Path LAB = Path.of("src/test/resources/org/redoubt/agent/lab-recordings");

    @TempDir
    Path temporary;

    private static Recording lab() throws IOException {
        List<Recording.Host> hosts = new ArrayList<>();
        for (String node : List.of("node-1", "node-2", "node-3", "node-4")) {
            Map<String, Answer> answers = new HashMap<>();
            try (Stream<Path> files = Files.list(LAB.resolve(node))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String question = file.getFileName().toString().replaceFirst("\\..*", "");
                    answers.put(question, new Answer(question, 0, Files.readString(file)));
                }
            }
            answers.put("drbd", new Answer("drbd", 127, ""));
            Round round = new Round(ElementId.host(node), 1_000 + hosts.size(), answers, new Round.Cost(120, 54_321));
            hosts.add(new Recording.Host(round, Set.of("10.77.0.1" + node.charAt(5)), Optional.empty()));
        }
        return new Recording(new Snapshot(Site.empty("lab"), Instant.EPOCH, false), hosts);
    }

    private static List<Hearer> hearers(Recording recording) {
        Roster roster = new Roster(recording.hosts().stream()
                .map(host -> new Roster.Entry(host.id(), host.names(), host.cluster()))
                .toList());
        return List.of(
                new Hearer(Hearer.SSH, Readers.all(), true),
                new Hearer(PacemakerReader.SOURCE, List.of(new PacemakerReader(roster)), false),
                new Hearer(CorosyncReader.SOURCE, List.of(new CorosyncReader(roster)), false));
    }

    private static Site site(Recording recording) {
        return Replay.of(recording, hearers(recording)).site();
    }

    @Test
    void whatIsReadOutOfItIsWhatWasReadThen() throws Exception {
        Recording then = lab();
        Path folder = temporary.resolve("lab");
        RecordingWriter.write(then, folder);
        assertThat(RecordingReader.names(folder)).isTrue();
        Recording now = RecordingReader.read(folder);
        assertThat(now.hosts()).hasSize(4);
        for (int i = 0; i < 4; i++) {
            Round was = then.hosts().get(i).round();
            Round is = now.hosts().get(i).round();
            assertThat(is.host()).isEqualTo(was.host());
            assertThat(is.at()).isEqualTo(was.at());
            assertThat(is.cost()).isEqualTo(was.cost());
            assertThat(is.answers().keySet()).isEqualTo(was.answers().keySet());
            assertThat(is.answer("drbd").orElseThrow().exit()).isEqualTo(127);
            assertThat(now.hosts().get(i).names()).isEqualTo(then.hosts().get(i).names());
            List<Hearer> before = hearers(then);
            List<Hearer> after = hearers(now);
            for (int k = 0; k < before.size(); k++) {
                assertThat(read(after.get(k), is)).isEqualTo(read(before.get(k), was));
            }
        }
        assertThat(now.others().takenAt()).isEqualTo(Instant.EPOCH);
        Site site = site(now);
        assertThat(site.elements().map(element -> element.claims().all()))
                .containsExactlyElementsOf(site(then)
                        .elements()
                        .map(element -> element.claims().all())
                        .toList());
        assertThat(site.host(ElementId.host("node-1")).orElseThrow().value(Attributes.NODE_STATE))
                .isPresent();
    }

    private static List<?> read(Hearer hearer, Round round) {
        Reading reading = new Reading();
        hearer.readers().forEach(reader -> reader.read(round, reading));
        return List.of(reading.lines(), reading.unreadable());
    }

    @Test
    void itIsWrittenWithoutSecretsAndOverNothing() throws Exception {
        Map<String, Answer> answers =
                Map.of("cib", new Answer("cib", 0, "<cib><nvpair name=\"passwd\" value=\"hunter2\"/></cib>"));
        Round round = new Round(ElementId.host("../x"), 1, answers);
        Path folder = temporary.resolve("one");
        Snapshot others = new Snapshot(Site.empty("s"), Instant.EPOCH, false);
        Recording recording = new Recording(others, List.of(new Recording.Host(round, Set.of(), Optional.of("west"))));
        RecordingWriter.write(recording, folder);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("hunter2");
            }
        }
        assertThat(RecordingReader.read(folder).hosts().getFirst().cluster()).contains("west");
        assertThatThrownBy(() -> RecordingWriter.write(recording, folder)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"schema\":\"redoubt-recording/9\"}",
                "{\"schema\":\"redoubt-recording/1\"}",
                "{\"schema\":\"redoubt-recording/1\",\"hosts\":[7]}",
                "{\"schema\":\"redoubt-recording/1\",\"hosts\":[{\"key\":\"a\",\"folder\":\"../..\"}]}",
                "{\"schema\":\"redoubt-recording/1\",\"hosts\":[{\"key\":\"a\",\"folder\":\"host-1\","
                        + "\"answers\":[{\"question\":\"../x\",\"exit\":0}]}]}",
                "{\"schema\":\"redoubt-recording/1\",\"hosts\":[{\"key\":\"a\",\"folder\":\"host-1\","
                        + "\"answers\":[{\"question\":\"cib\",\"exit\":0}]}]}",
                "{\"schema\":\"redoubt-recording/1\",\"hosts\":[]}",
            })
    void whatIsNoRecordingIsRefusedInOneLine(String index) throws IOException {
        Files.writeString(temporary.resolve("index.json"), index);
        assertThatThrownBy(() -> RecordingReader.read(temporary))
                .isInstanceOf(RecordingException.class)
                .satisfies(wrong -> assertThat(wrong.getMessage().lines()).hasSize(1));
    }

    @Test
    void deepNestingIsRefused() throws IOException {
        Files.writeString(temporary.resolve("index.json"), "[".repeat(200_000));
        assertThatThrownBy(() -> RecordingReader.read(temporary)).isInstanceOf(RecordingException.class);
    }
}
