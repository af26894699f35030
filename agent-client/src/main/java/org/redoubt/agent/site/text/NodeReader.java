package org.redoubt.agent.site.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.agent.site.text.Node.Mark;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * YAML or JSON as nodes that know their place. Aliases and tags are refused: a site file needs none, and they
 * are what makes a small file of YAML into a large one, or into an object of somebody's choice.
 */
public final class NodeReader {

    /** Bytes, and characters too: the file of the largest site is a tenth of it. */
    public static final int LONGEST = 8 << 20;

    private static final int DEEPEST = 16;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST + 4)
            .maxStringLength(64 * 1024)
            .maxNameLength(1024)
            .maxDocumentLength(LONGEST)
            .build();
    // Keys that stand twice are looked for here, where the place of the first one is known too.
    private static final TokenStreamFactory YAML = YAMLFactory.builder()
            .streamReadConstraints(LIMITS)
            .loadSettings(LoadSettings.builder()
                    .setAllowDuplicateKeys(true)
                    .setCodePointLimit(LONGEST)
                    .build())
            .build();
    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();

    private final List<Problem> problems;
    private final JsonParser parser;

    private NodeReader(JsonParser parser, List<Problem> problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * The file's one document; null when it cannot be read to its end. What is wrong is added to {@code problems}.
     */
    public static Node read(String text, boolean json, List<Problem> problems) {
        try (JsonParser parser = (json ? JSON : YAML).createParser(ObjectReadContext.empty(), text)) {
            NodeReader reader = new NodeReader(parser, problems);
            if (parser.nextToken() == null) {
                return new Node.Nothing(new Mark(1, 1));
            }
            Node node = reader.node(0);
            if (parser.nextToken() != null) {
                reader.wrong("there is a second document in the file", "write everything into one");
            }
            return node;
        } catch (JacksonException wrong) {
            if (wrong instanceof StreamConstraintsException && !problems.isEmpty()) {
                return null; // what is nested too deeply was told when it began
            }
            TokenStreamLocation at = wrong.getLocation() == null ? TokenStreamLocation.NA : wrong.getLocation();
            problems.add(new Problem(
                    Math.max(1, at.getLineNr()),
                    Math.max(1, at.getColumnNr()),
                    "this is not " + (json ? "JSON: " : "YAML: ") + reason(wrong),
                    "see docs/site-file.md for an example"));
            return null;
        }
    }

    /** The first line of what the parser says, for it goes on with a drawing of the place. */
    private static String reason(JacksonException wrong) {
        String says = String.valueOf(wrong.getOriginalMessage());
        return Shown.text(says.lines().findFirst().orElse("").replaceFirst(" *\\(.*", ""));
    }

    private Node node(int depth) {
        Mark at = mark();
        if (depth > DEEPEST) {
            wrong("this is nested deeper than any site file", "a host is written as uri: … below hosts:");
            parser.skipChildren();
            return new Node.Nothing(at);
        }
        if (parser instanceof YAMLParser yaml) {
            refuseReferences(yaml);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(at, depth);
            case START_ARRAY -> sequence(at, depth);
            case VALUE_NULL -> new Node.Nothing(at);
            default -> new Node.Scalar(at, parser.getString());
        };
    }

    private void refuseReferences(YAMLParser yaml) {
        if (yaml.isCurrentAlias()) {
            wrong("an alias (*) is not allowed", "write the value itself");
        } else if (yaml.getTypeId() != null) {
            wrong("a tag (!) is not allowed", "leave it out");
        }
    }

    private Node mapping(Mark at, int depth) {
        List<Node.Item> items = new ArrayList<>();
        Map<String, Mark> seen = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Mark key = mark();
            String name = parser.currentName();
            parser.nextToken();
            Node value = node(depth + 1);
            Mark before = seen.putIfAbsent(name, key);
            if (before == null) {
                items.add(new Node.Item(key, name, value));
            } else {
                problems.add(new Problem(
                        key.line(),
                        key.column(),
                        "\"" + Shown.text(name) + "\" stands here a second time; the first is in line " + before.line(),
                        "leave one of them out"));
            }
        }
        return new Node.Mapping(at, List.copyOf(items));
    }

    private Node sequence(Mark at, int depth) {
        List<Node> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(node(depth + 1));
        }
        return new Node.Sequence(at, List.copyOf(nodes));
    }

    private Mark mark() {
        TokenStreamLocation at = parser.currentTokenLocation();
        return new Mark(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }

    private void wrong(String wrong, String instead) {
        Mark at = mark();
        problems.add(new Problem(at.line(), at.column(), wrong, instead));
    }
}
