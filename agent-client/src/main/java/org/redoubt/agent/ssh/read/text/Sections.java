package org.redoubt.agent.ssh.read.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of several texts, each after a line {@code == NAME}.
 *
 * @param byName the texts in their order
 * @param strange how many sections were left out: without a name, or with one that stood there before
 */
public record Sections(Map<String, String> byName, int strange) {

    private static final String HEAD = "== ";

    /** Empty when it does not begin with a section, or its last line has no end: nobody knows what else is missing. */
    static Optional<Sections> parse(String text) {
        return text.isEmpty() || text.startsWith(HEAD) && text.endsWith("\n")
                ? Optional.of(split(text))
                : Optional.empty();
    }

    private static Sections split(String text) {
        Map<String, StringBuilder> byName = new LinkedHashMap<>();
        StringBuilder at = new StringBuilder();
        int strange = 0;
        for (String line : text.split("(?<=\n)")) {
            if (!line.startsWith(HEAD)) {
                at.append(line);
                continue;
            }
            at = new StringBuilder();
            String name = line.substring(HEAD.length()).strip();
            if (name.isEmpty() || byName.putIfAbsent(name, at) != null) {
                strange++;
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        byName.forEach((name, section) -> texts.put(name, section.toString()));
        return new Sections(texts, strange);
    }

    /** The text of a section that is there and not blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(byName.get(name)).filter(text -> !text.isBlank());
    }
}
