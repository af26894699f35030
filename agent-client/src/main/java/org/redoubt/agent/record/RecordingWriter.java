package org.redoubt.agent.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.site.SnapshotCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes recordings: a directory for each host, a file for each question, and an index of them all. */
public final class RecordingWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RecordingWriter() {}

    /**
     * Writes it with its secrets masked.
     *
     * @param folder one that is empty, or not there yet
     */
    public static void write(Recording recording, Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new IOException("something is in it already");
                }
            }
        }
        Files.createDirectories(folder);
        StringWriter others = new StringWriter();
        SnapshotCodec.write(recording.others(), others);
        Files.writeString(folder.resolve(RecordingReader.OTHERS), Masking.mask(others.toString()), UTF_8);
        ObjectNode index = JSON.createObjectNode();
        index.put("schema", RecordingReader.SCHEMA);
        index.put("site", recording.others().site().name());
        index.put("takenAt", recording.others().takenAt().toString());
        index.put("deskMillis", recording.others().site().now());
        ArrayNode hosts = index.putArray("hosts");
        int number = 0;
        for (Recording.Host host : recording.hosts()) {
            host(host, folder, "host-" + ++number, hosts.addObject());
        }
        // last: a directory without an index is no recording
        Files.writeString(
                folder.resolve(RecordingReader.INDEX),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + "\n",
                UTF_8);
    }

    private static void host(Recording.Host host, Path folder, String name, ObjectNode index) throws IOException {
        index.put("key", host.id().key());
        index.put("folder", name);
        index.put("askedAt", host.round().at());
        index.put("cpuMillis", host.round().cost().cpuMillis());
        index.put("bytes", host.round().cost().bytes());
        host.cluster().ifPresent(cluster -> index.put("cluster", cluster));
        ArrayNode names = index.putArray("names");
        host.names().stream().sorted().forEach(names::add);
        ArrayNode answers = index.putArray("answers");
        Path below = Files.createDirectories(folder.resolve(name));
        List<Answer> sorted = host.round().answers().values().stream()
                .sorted(Comparator.comparing(Answer::question))
                .toList();
        for (Answer answer : sorted) {
            answers.addObject().put("question", answer.question()).put("exit", answer.exit());
            Files.writeString(below.resolve(answer.question() + ".txt"), Masking.mask(answer.text()), UTF_8);
        }
    }
}
