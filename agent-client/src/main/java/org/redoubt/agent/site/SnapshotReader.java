package org.redoubt.agent.site;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a snapshot as a stream. Whatever is not as {@link SnapshotWriter} writes it is an error with its line. */
final class SnapshotReader {

    private static final Set<String> SITE = Set.of("schema", "site", "simulated", "now", "takenAt", "elements");
    private static final Set<String> ELEMENT = Set.of("kind", "id", "name", "claims");
    private static final Set<String> CLAIM = Set.of("attribute", "source", "sequence", "since", "heard", "value");

    /** In milliseconds some millions of years: sums of such moments never overflow. */
    private static final long LONG_AGO = 1L << 58;

    private final JsonParser json;
    private final Map<String, Source> sources = new HashMap<>();
    private long oldest;
    private long newest;

    SnapshotReader(InputStream in, long longest) throws SnapshotException {
        try {
            json = JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(longest)
                            .maxNestingDepth(10)
                            .maxStringLength(1 << 20)
                            .build())
                    .build()
                    .createParser(ObjectReadContext.empty(), in);
        } catch (JacksonException unreadable) {
            throw new SnapshotException("it cannot be read: " + unreadable.getOriginalMessage());
        }
    }

    Snapshot read() throws SnapshotException {
        try (json) {
            json.nextToken();
            Map<String, Object> values = object(SITE, name -> name.equals("elements") ? elements() : value());
            if (json.nextToken() != null) {
                throw wrong("something stands behind the snapshot");
            }
            return snapshot(values);
        } catch (JacksonException broken) {
            throw at(broken.getLocation(), "this is not JSON: " + broken.getOriginalMessage());
        } catch (IllegalArgumentException | DateTimeException | ClassCastException wrong) {
            throw wrong(wrong.getMessage());
        }
    }

    private Snapshot snapshot(Map<String, Object> values) throws SnapshotException {
        if (!values.get("schema").equals(SnapshotCodec.SCHEMA)) {
            throw wrong("its schema is " + values.get("schema") + ", and this Redoubt knows " + SnapshotCodec.SCHEMA);
        }
        long now = typed(values, "now", Long.class);
        if (oldest < -LONG_AGO || now > LONG_AGO) {
            throw wrong("no desk runs for so long: it says that moments " + oldest + " and " + now + " were seen");
        }
        if (newest > now) {
            throw wrong("something was heard at " + newest + ", after the moment of the snapshot, " + now);
        }
        Site site = Site.empty(typed(values, "site", String.class));
        for (Object element : typed(values, "elements", List.class)) {
            Element put = (Element) element;
            if (site.storedAt(put.id()).isPresent()) {
                throw wrong("the element " + put.id() + " stands in it twice");
            }
            site = site.apply(new Change.Put(put));
        }
        Instant takenAt = Instant.parse(typed(values, "takenAt", String.class));
        return new Snapshot(site.apply(new Change.Passed(now)), takenAt, typed(values, "simulated", Boolean.class));
    }

    private List<Element> elements() throws SnapshotException {
        List<Element> elements = new ArrayList<>();
        array();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Map<String, Object> values = object(ELEMENT, name -> name.equals("claims") ? claims() : value());
            ElementId id = ElementId.parse(typed(values, "id", String.class));
            if (ElementKind.of(typed(values, "kind", String.class)) != id.kind()) {
                throw wrong("the element " + id + " is said to be a " + values.get("kind"));
            }
            Claims claims = Claims.NONE;
            for (Object claim : typed(values, "claims", List.class)) {
                Claims more = claims.with((Claim<?>) claim);
                if (more.all().size() == claims.all().size()) {
                    throw wrong("two claims of " + id + " have the same attribute and source: " + claim);
                }
                claims = more;
            }
            Element element = Element.of(id, claims);
            if (!typed(values, "name", String.class).equals(element.name())) {
                throw wrong("the element " + id + " is called " + values.get("name") + ", but its claims call it "
                        + element.name());
            }
            elements.add(element);
        }
        return elements;
    }

    private List<Claim<?>> claims() throws SnapshotException {
        List<Claim<?>> claims = new ArrayList<>();
        array();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Map<String, Object> values = object(CLAIM, name -> value());
            String attribute = typed(values, "attribute", String.class);
            Attribute<?> known = Attributes.named(attribute)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "nothing is known of the attribute " + attribute + ": was it written by a newer Redoubt?"));
            claims.add(claim(known, values));
        }
        return claims;
    }

    private <T> Claim<T> claim(Attribute<T> attribute, Map<String, Object> values) throws SnapshotException {
        Source source = sources.computeIfAbsent(typed(values, "source", String.class), Source::parse);
        long heard = typed(values, "heard", Long.class);
        long since = typed(values, "since", Long.class);
        newest = Math.max(newest, heard);
        oldest = Math.min(oldest, since);
        Object value = values.get("value");
        try {
            return new Claim<>(
                    attribute,
                    source,
                    typed(values, "sequence", Long.class),
                    since,
                    heard,
                    value == null ? null : attribute.cast(convert(attribute, value)));
        } catch (ClassCastException other) {
            throw wrong("the attribute " + attribute + " does not have values like " + value);
        }
    }

    /** A value as JSON has it → as its attribute has it. */
    private static Object convert(Attribute<?> attribute, Object value) {
        return switch (attribute.shape()) {
            case TEXT, TEXTS, AMOUNT, FLAG -> value;
            case DECIMAL ->
                switch (value) {
                    case Long whole -> (double) whole;
                    case String text when Set.of("NaN", "Infinity", "-Infinity").contains(text) -> Double.valueOf(text);
                    default -> value;
                };
            case REF -> ElementId.parse((String) value);
            case REFS ->
                ((List<?>) value)
                        .stream().map(id -> ElementId.parse((String) id)).toList();
            case CHOICE -> choice(attribute, (String) value);
        };
    }

    private static Object choice(Attribute<?> attribute, String label) {
        for (Object constant : attribute.type().getEnumConstants()) {
            if (SnapshotWriter.label((Enum<?>) constant).equals(label)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("the attribute " + attribute + " cannot be " + label);
    }

    /** Reads one property's value; the parser stands at its first token, and afterwards at its last. */
    private interface Property {
        Object read(String name) throws SnapshotException;
    }

    private Map<String, Object> object(Set<String> names, Property property) throws SnapshotException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw wrong("an object is expected here");
        }
        Map<String, Object> values = HashMap.newHashMap(names.size());
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            if (!names.contains(name)) {
                throw wrong("nothing is known of " + name + " here");
            }
            json.nextToken();
            values.put(name, property.read(name));
        }
        for (String name : names) {
            if (!values.containsKey(name)) {
                throw wrong("there is no " + name + " in this object");
            }
        }
        return values;
    }

    private void array() throws SnapshotException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw wrong("a list is expected here");
        }
    }

    private Object value() throws SnapshotException {
        return switch (json.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> texts();
            case null, default -> throw wrong("no value is like this");
        };
    }

    private double number() throws SnapshotException {
        double number = json.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw wrong("this number is too large");
        }
        return number;
    }

    private List<String> texts() throws SnapshotException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                throw wrong("a list holds texts alone");
            }
            texts.add(json.getString());
        }
        return texts;
    }

    private <T> T typed(Map<String, Object> values, String name, Class<T> type) throws SnapshotException {
        Object value = values.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name + " cannot be " + value);
        }
        return type.cast(value);
    }

    private SnapshotException wrong(String what) {
        return at(json.currentTokenLocation(), what);
    }

    private static SnapshotException at(TokenStreamLocation at, String what) {
        String line = at == null || at.getLineNr() < 1 ? "" : "line " + at.getLineNr() + ": ";
        return new SnapshotException(line + Shown.line(what));
    }
}
