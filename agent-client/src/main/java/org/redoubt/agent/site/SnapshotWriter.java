package org.redoubt.agent.site;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Writes snapshots: sorted, a line to each element and each claim, so that two of them can be compared by any tool. */
final class SnapshotWriter {

    /** Claims are at this depth; what a claim's value holds stays in its line. */
    private static final int CLAIMS = 4;

    // Escapes: a lone surrogate in a hostile name has no UTF-8, and turned-round text deceives whoever reads the file.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private SnapshotWriter() {}

    static void write(Snapshot snapshot, Writer text) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Lines(), text)) {
            json.writeStartObject();
            json.writeStringProperty("schema", SnapshotCodec.SCHEMA);
            json.writeStringProperty("site", snapshot.site().name());
            json.writeBooleanProperty("simulated", snapshot.simulated());
            json.writeNumberProperty("now", snapshot.site().now());
            json.writeStringProperty("takenAt", snapshot.takenAt().toString());
            json.writeName("elements");
            json.writeStartArray();
            Arrays.stream(ElementKind.values())
                    .flatMap(snapshot.site()::stored)
                    .sorted((one, other) -> one.id().compareTo(other.id()))
                    .forEach(element -> element(json, element));
            json.writeEndArray();
            json.writeEndObject();
        } catch (JacksonException failed) {
            throw new IOException(failed.getOriginalMessage(), failed);
        }
        text.write('\n');
        text.flush();
    }

    private static void element(JsonGenerator json, Element element) {
        json.writeStartObject();
        json.writeStringProperty("kind", element.kind().label());
        json.writeStringProperty("id", element.id().toString());
        json.writeStringProperty("name", element.name());
        json.writeName("claims");
        json.writeStartArray();
        element.claims().all().forEach(claim -> claim(json, claim));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void claim(JsonGenerator json, Claim<?> claim) {
        json.writeStartObject();
        json.writeStringProperty("attribute", claim.attribute().name());
        json.writeStringProperty("source", claim.source().toString());
        json.writeNumberProperty("sequence", claim.sequence());
        json.writeNumberProperty("since", claim.since());
        json.writeNumberProperty("heard", claim.heard());
        json.writeName("value");
        value(json, claim.value());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Long amount -> json.writeNumber(amount);
            // JSON has no number that is none
            case Double number when !Double.isFinite(number) -> json.writeString(number.toString());
            case Double number -> json.writeNumber(number);
            case Boolean flag -> json.writeBoolean(flag);
            case ElementId id -> json.writeString(id.toString());
            case Enum<?> choice -> json.writeString(label(choice));
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(item -> value(json, item));
                json.writeEndArray();
            }
            default -> throw new IllegalStateException("no attribute has values like " + value.getClass());
        }
    }

    /** An enum constant as it is written: lower case, words joined by a hyphen. */
    static String label(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A line break before each element and each claim. */
    private static final class Lines extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new MinimalPrettyPrinter("") {
                private static final long serialVersionUID = 1;

                @Override
                public void beforeArrayValues(JsonGenerator json) {
                    lineBreak(json);
                }

                @Override
                public void writeArrayValueSeparator(JsonGenerator json) {
                    json.writeRaw(',');
                    lineBreak(json);
                }

                private void lineBreak(JsonGenerator json) {
                    if (json.streamWriteContext().getNestingDepth() <= CLAIMS) {
                        json.writeRaw('\n');
                    }
                }
            };
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
