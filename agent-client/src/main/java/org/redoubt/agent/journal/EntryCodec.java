package org.redoubt.agent.journal;

import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Entry.Concluded;
import org.redoubt.agent.port.Entry.Intended;
import org.redoubt.agent.port.Entry.Noted;
import org.redoubt.agent.port.Entry.Opened;
import org.redoubt.agent.port.Entry.Scored;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.forecast.Run;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entry ↔ JSON, property by property: no reflection, no type names that choose a class. Everything beyond ASCII is
 * written as an escape, so that a lone surrogate survives and a hostile name cannot turn round a terminal's text.
 */
final class EntryCodec {

    /** An entry, and the hash that it names as that of the line before. */
    record Read(Entry entry, String previous) {}

    /** A line is whole, but says nothing that this Redoubt understands. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** Longer text is cut: a line stays below {@link #LONGEST_LINE} whatever a host answers. */
    static final int LONGEST_TEXT = 32_768;

    static final int LONGEST_LINE = 1 << 20;
    private static final int MOST_REASONS = 64;
    private static final int VERSION = 1;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(LONGEST_LINE)
                    .maxStringLength(LONGEST_LINE)
                    .maxNestingDepth(8)
                    .build())
            .build();
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EntryCodec() {}

    /** The entry as a line that follows on the line whose hash is {@code previous}. */
    static SealedLine write(Entry entry, String previous) {
        return SealedLine.seal(json(entry, previous));
    }

    /** The entry as one JSON object, with what the chain adds to it. */
    static String json(Entry entry, String previous) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("v", VERSION);
            json.writeNumberProperty("n", entry.number());
            json.writeStringProperty("prev", previous);
            json.writeStringProperty("at", entry.at().toString());
            json.writeStringProperty("desk", cut(entry.desk()));
            json.writeStringProperty("type", EntryWords.of(entry));
            content(json, entry);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void content(JsonGenerator json, Entry entry) {
        switch (entry) {
            case Opened opened -> {
                json.writeStringProperty("version", cut(opened.version()));
                json.writeStringProperty("repaired", cut(opened.repaired()));
            }
            case Intended(long _, Instant _, String _, Intent intent) -> {
                json.writeStringProperty("intent", intent.id().toString());
                json.writeStringProperty("operator", cut(intent.operator()));
                json.writeStringProperty("title", cut(intent.title()));
                json.writeName("step");
                StepCodec.write(json, intent.step());
                texts(json, "accepted", List.copyOf(new TreeSet<>(intent.accepted())));
            }
            case Concluded concluded -> {
                json.writeStringProperty("intent", concluded.intent().toString());
                json.writeName("outcome");
                outcome(json, concluded.outcome());
            }
            case Scored(long _, Instant _, String _, UUID intent, Run run) -> {
                json.writeStringProperty("intent", intent.toString());
                RunCodec.write(json, run);
            }
            case Noted noted -> json.writeStringProperty("text", cut(noted.text()));
        }
    }

    private static void outcome(JsonGenerator json, Outcome outcome) {
        json.writeStartObject();
        json.writeStringProperty("type", EntryWords.of(outcome));
        switch (outcome) {
            case Outcome.Done(String evidence) -> json.writeStringProperty("evidence", cut(evidence));
            case Outcome.Unchanged(String cause) -> json.writeStringProperty("cause", cut(cause));
            case Outcome.Refused(List<String> reasons) -> texts(json, "reasons", reasons);
            case Outcome.Unknown(String why) -> json.writeStringProperty("why", cut(why));
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeName(name);
        json.writeStartArray();
        // a list as a whole is held to the length of one text, so that no answer can make a line too long to be read
        int room = LONGEST_TEXT;
        for (String text : texts.subList(0, Math.min(texts.size(), MOST_REASONS))) {
            String piece = cut(text, Math.max(room, 16));
            room -= piece.length();
            json.writeString(piece);
        }
        if (texts.size() > MOST_REASONS) {
            json.writeString("… and " + (texts.size() - MOST_REASONS) + " more");
        }
        json.writeEndArray();
    }

    static String cut(String text) {
        return cut(text, LONGEST_TEXT);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "… (" + (text.length() - most) + " more)";
    }

    /**
     * Reads what {@link #json} wrote. Properties that it does not know are passed over.
     *
     * @throws UnreadableException when it says nothing that is understood, with what is wrong
     */
    static Read read(byte[] bytes) throws UnreadableException {
        try {
            JsonNode json = MAPPER.readTree(bytes);
            long version = number(json, "v");
            if (version != VERSION) {
                throw new UnreadableException("it is of version " + version + ", of which this Redoubt knows nothing");
            }
            return new Read(entry(json), text(json, "prev"));
        } catch (JacksonException | IllegalArgumentException | DateTimeException wrong) {
            throw new UnreadableException(wrong.getMessage());
        }
    }

    private static Entry entry(JsonNode json) throws UnreadableException {
        long number = number(json, "n");
        Instant at = Instant.parse(text(json, "at"));
        String desk = text(json, "desk");
        String type = text(json, "type");
        return switch (type) {
            case "opened" -> new Opened(number, at, desk, text(json, "version"), text(json, "repaired"));
            case "intended" -> new Intended(number, at, desk, intent(json, number, at, desk));
            case "concluded" -> new Concluded(number, at, desk, id(json), outcome(object(json, "outcome")));
            case "scored" -> new Scored(number, at, desk, id(json), RunCodec.read(json));
            case "noted" -> new Noted(number, at, desk, text(json, "text"));
            default -> throw new UnreadableException("nothing is known of an entry of type " + type);
        };
    }

    private static Intent intent(JsonNode json, long number, Instant at, String desk) throws UnreadableException {
        return new Intent(
                id(json),
                number,
                at,
                desk,
                text(json, "operator"),
                text(json, "title"),
                StepCodec.read(object(json, "step")),
                Set.copyOf(texts(json, "accepted")));
    }

    private static Outcome outcome(JsonNode json) throws UnreadableException {
        String type = text(json, "type");
        return switch (type) {
            case "done" -> new Outcome.Done(text(json, "evidence"));
            case "unchanged" -> new Outcome.Unchanged(text(json, "cause"));
            case "refused" -> new Outcome.Refused(texts(json, "reasons"));
            case "unknown" -> new Outcome.Unknown(text(json, "why"));
            default -> throw new UnreadableException("nothing is known of an outcome of type " + type);
        };
    }

    private static UUID id(JsonNode json) throws UnreadableException {
        return UUID.fromString(text(json, "intent"));
    }

    static JsonNode object(JsonNode json, String name) throws UnreadableException {
        JsonNode value = json.get(name);
        if (value == null || !value.isObject()) {
            throw new UnreadableException("it has no object " + name);
        }
        return value;
    }

    static String text(JsonNode json, String name) throws UnreadableException {
        JsonNode value = json.get(name);
        if (value == null || !value.isString()) {
            throw new UnreadableException("it has no text " + name);
        }
        return value.stringValue();
    }

    private static List<String> texts(JsonNode json, String name) throws UnreadableException {
        JsonNode value = json.get(name);
        if (value == null || !value.isArray()) {
            throw new UnreadableException("it has no list " + name);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : value) {
            if (!item.isString()) {
                throw new UnreadableException("the list " + name + " holds something that is not text");
            }
            texts.add(item.stringValue());
        }
        return texts;
    }

    static long number(JsonNode json, String name) throws UnreadableException {
        JsonNode value = json.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new UnreadableException("it has no number " + name);
        }
        return value.longValue();
    }

    static boolean flag(JsonNode json, String name) throws UnreadableException {
        JsonNode value = json.get(name);
        if (value == null || !value.isBoolean()) {
            throw new UnreadableException("it has no flag " + name);
        }
        return value.booleanValue();
    }
}
