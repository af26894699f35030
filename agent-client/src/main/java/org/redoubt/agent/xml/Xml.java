package org.redoubt.agent.xml;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML text that a host sent. What hosts send is hostile until it is parsed: no DTD, no entities from
 * outside, and limits on size, depth and number. Whatever does not parse is nothing, never an exception.
 */
public record Xml(String name, Map<String, String> attributes, List<Xml> children, String text) {

    public static final int MOST_CHARS = 8 << 20;
    public static final int MOST_DEPTH = 64;
    public static final int MOST_ELEMENTS = 200_000;

    private static XMLInputFactory hardened() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
        return factory;
    }

    private static final class Open {
        private final String name;
        private final Map<String, String> attributes;
        private final List<Xml> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Open(String name, Map<String, String> attributes) {
            this.name = name;
            this.attributes = attributes;
        }

        private Xml closed() {
            return new Xml(name, attributes, children, text.toString().strip());
        }
    }

    /** The root element, or empty when the text is not well-formed, too large, or tries to declare anything. */
    public static Optional<Xml> parse(String text) {
        if (text.length() > MOST_CHARS) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = hardened().createXMLStreamReader(new StringReader(text));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }

    private static Optional<Xml> read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        Xml root = null;
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || open.size() >= MOST_DEPTH) {
                        return Optional.empty();
                    }
                    open.push(new Open(reader.getLocalName(), attributes(reader)));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    Xml closed = open.pop().closed();
                    if (open.isEmpty()) {
                        root = closed;
                    } else {
                        open.peek().children.add(closed);
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return Optional.empty();
                }
                default -> {}
            }
        }
        return Optional.ofNullable(root);
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = HashMap.newHashMap(reader.getAttributeCount());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return attributes;
    }

    /** The first child of that name. */
    public Optional<Xml> child(String wanted) {
        for (Xml child : children) {
            if (child.name.equals(wanted)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All children of that name. */
    public List<Xml> all(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** The element at the end of a path of first children. */
    public Optional<Xml> at(String... path) {
        Optional<Xml> here = Optional.of(this);
        for (String step : path) {
            here = here.flatMap(element -> element.child(step));
        }
        return here;
    }

    /** An attribute that is there and not empty. */
    public Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted)).filter(value -> !value.isEmpty());
    }

    /** The text inside, when there is any. */
    public Optional<String> content() {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** The text inside of a child, when there is any. */
    public Optional<String> contentOf(String... path) {
        return at(path).flatMap(Xml::content);
    }

    /** A size in bytes, its unit as libvirt writes it (KiB when it writes none); empty when it is not one. */
    public Optional<Long> bytes() {
        long unit = switch (attributes.getOrDefault("unit", "KiB")) {
            case "b", "bytes" -> 1L;
            case "KB" -> 1_000L;
            case "k", "KiB" -> 1L << 10;
            case "MB" -> 1_000_000L;
            case "M", "MiB" -> 1L << 20;
            case "GB" -> 1_000_000_000L;
            case "G", "GiB" -> 1L << 30;
            case "TB" -> 1_000_000_000_000L;
            case "T", "TiB" -> 1L << 40;
            default -> 0L;
        };
        return number().filter(size -> unit > 0 && size <= Long.MAX_VALUE / unit)
                .map(size -> size * unit);
    }

    /** A number that is not negative. */
    public Optional<Long> number() {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }
}
