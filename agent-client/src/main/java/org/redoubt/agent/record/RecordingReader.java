package org.redoubt.agent.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.site.SnapshotCodec;
import org.redoubt.agent.site.SnapshotException;
import org.redoubt.topology.model.ElementId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads recordings. Whatever lies in the directory, it names no file outside of it. */
public final class RecordingReader {

    static final String SCHEMA = "redoubt-recording/1";
    static final String INDEX = "index.json";
    static final String OTHERS = "others.json";

    private static final int LONGEST_INDEX = 8 << 20;

    /** An answer is at most 256 KiB; what was malformed of it takes three times its room. */
    private static final int LONGEST_ANSWER = 1 << 20;

    private static final Pattern FOLDER = Pattern.compile("host-[0-9]{1,6}");
    private static final Pattern QUESTION = Pattern.compile("[a-z][a-z0-9_-]{0,31}");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(64 * 1024)
                            .maxDocumentLength(LONGEST_INDEX)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path folder;

    private RecordingReader(Path folder) {
        this.folder = folder;
    }

    /** Whether a directory holds what the index of a recording is called. */
    public static boolean names(Path folder) {
        return Files.isRegularFile(folder.resolve(INDEX));
    }

    /**
     * @throws RecordingException when it is no recording, saying why
     * @throws IOException when it cannot be read at all
     */
    public static Recording read(Path folder) throws RecordingException, IOException {
        return new RecordingReader(folder).read();
    }

    private Recording read() throws RecordingException, IOException {
        JsonNode index;
        try {
            index = JSON.readTree(text(folder.resolve(INDEX), LONGEST_INDEX));
        } catch (JacksonException wrong) {
            throw new RecordingException(INDEX + ": this is not JSON");
        }
        if (!text(index, "schema").equals(SCHEMA)) {
            throw new RecordingException(
                    INDEX + ": its schema is not " + SCHEMA + ": was it written by a newer Redoubt?");
        }
        List<Recording.Host> hosts = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode host : list(index, "hosts")) {
            hosts.add(host(host));
            if (!keys.add(hosts.getLast().id().key())) {
                throw new RecordingException(INDEX + ": a host stands in it twice");
            }
        }
        if (!Files.isRegularFile(folder.resolve(OTHERS))) {
            throw new RecordingException("its file " + OTHERS + " is missing");
        }
        try {
            Snapshot others = SnapshotCodec.read(folder.resolve(OTHERS));
            return new Recording(others, hosts);
        } catch (SnapshotException wrong) {
            throw new RecordingException(wrong.getMessage());
        }
    }

    private Recording.Host host(JsonNode host) throws RecordingException, IOException {
        String key = text(host, "key");
        String name = text(host, "folder");
        if (key.isEmpty() || !FOLDER.matcher(name).matches()) {
            throw new RecordingException(INDEX + ": a host in it has no key, or another folder than host-1 and so on");
        }
        Map<String, Answer> answers = new HashMap<>();
        for (JsonNode answer : list(host, "answers")) {
            String question = text(answer, "question");
            if (!QUESTION.matcher(question).matches()) {
                throw new RecordingException(INDEX + ": a question in it is no word");
            }
            String text = text(folder.resolve(name).resolve(question + ".txt"), LONGEST_ANSWER);
            answers.put(question, new Answer(question, (int) number(answer, "exit"), text));
        }
        Set<String> names = new HashSet<>();
        for (JsonNode each : list(host, "names")) {
            names.add(each.asString(""));
        }
        Round.Cost cost = new Round.Cost(number(host, "cpuMillis"), number(host, "bytes"));
        return new Recording.Host(
                new Round(ElementId.host(key), number(host, "askedAt"), answers, cost),
                names,
                Optional.ofNullable(host.get("cluster"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue));
    }

    private static String text(Path file, int longest) throws RecordingException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new RecordingException("its file " + file.getFileName() + " is missing");
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(longest + 1);
        }
        if (bytes.length > longest) {
            throw new RecordingException("its file " + file.getFileName() + " is longer than any that is written");
        }
        return new String(bytes, UTF_8);
    }

    private static String text(JsonNode node, String name) throws RecordingException {
        JsonNode value = node.get(name);
        if (value == null || !value.isString()) {
            throw missing(name);
        }
        return value.stringValue();
    }

    private static long number(JsonNode node, String name) throws RecordingException {
        JsonNode value = node.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw missing(name);
        }
        return value.longValue();
    }

    private static Iterable<JsonNode> list(JsonNode node, String name) throws RecordingException {
        JsonNode value = node.get(name);
        if (value == null || !value.isArray()) {
            throw missing(name);
        }
        return value;
    }

    private static RecordingException missing(String name) {
        return new RecordingException(INDEX + ": " + name + " is missing in it, or is not what it should be");
    }
}
