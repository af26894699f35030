package org.redoubt.agent.ssh.read.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value of a JSON text that a host sent. What is asked for and is not there, or is of another type, is empty; a text that
 * is not one whole JSON value, says a key twice or goes too deep is none at all.
 */
public final class Json {

    private static final int DEEPEST = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(Asked.LONGEST)
                            .maxStringLength(64 * 1024)
                            .maxNameLength(1024)
                            .maxNumberLength(64)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Null where there is nothing. */
    private final JsonNode node;

    private Json(JsonNode node) {
        this.node = node;
    }

    /** The one value that {@code text} is; empty when it is not. */
    public static Optional<Json> parse(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Json(MAPPER.readTree(text)));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    public boolean object() {
        return node != null && node.isObject();
    }

    public boolean list() {
        return node != null && node.isArray();
    }

    /** What stands under {@code key}; nothing where there is no such key. */
    public Json at(String key) {
        return new Json(object() ? node.get(key) : null);
    }

    /** The values of a list; none when it is no list. */
    public List<Json> items() {
        List<Json> items = new ArrayList<>();
        if (list()) {
            node.values().forEach(item -> items.add(new Json(item)));
        }
        return items;
    }

    /** The first value of a list. */
    public Json first() {
        return new Json(list() ? node.get(0) : null);
    }

    /** An object's values by key, in the order in which they stand; none when it is no object. */
    public Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        if (object()) {
            node.properties().forEach(member -> members.put(member.getKey(), new Json(member.getValue())));
        }
        return members;
    }

    /** A text that is not empty. */
    public Optional<String> text() {
        return node != null && node.isString()
                ? Optional.of(node.stringValue()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** Whether it is just this text. */
    public boolean says(String text) {
        return text().filter(text::equals).isPresent();
    }

    public Optional<Boolean> flag() {
        return node != null && node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }

    /** A whole number that is not negative. */
    public Optional<Long> number() {
        return node != null && node.isIntegralNumber() && node.canConvertToLong()
                ? Optional.of(node.longValue()).filter(number -> number >= 0)
                : Optional.empty();
    }
}
