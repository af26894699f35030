package org.redoubt.agent.ssh.read.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of lines {@code NAME key=value}, or {@code key=value} alone. A value goes to the end of its line.
 *
 * @param byName what is said of each name, the empty one for lines without
 * @param strange how many lines were left out: not of this form, or saying something a second time
 */
public record Lines(Map<String, Map<String, String>> byName, int strange) {

    /** Empty when the last line has no end: then nobody knows what else is missing. */
    static Optional<Lines> parse(String text) {
        if (!text.isEmpty() && !text.endsWith("\n")) {
            return Optional.empty();
        }
        Map<String, Map<String, String>> byName = new LinkedHashMap<>();
        int strange = 0;
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty() && !take(line, byName)) {
                strange++;
            }
        }
        return Optional.of(new Lines(byName, strange));
    }

    private static boolean take(String line, Map<String, Map<String, String>> byName) {
        int equals = line.indexOf('=');
        int blank = line.indexOf(' ');
        if (equals <= 0 || blank == 0) {
            return false;
        }
        boolean named = blank > 0 && blank < equals;
        String name = named ? line.substring(0, blank) : "";
        String key = named ? line.substring(blank + 1, equals) : line.substring(0, equals);
        if (!Names.plain(key) || named && !Names.path(name)) {
            return false;
        }
        String value = line.substring(equals + 1).strip();
        return byName.computeIfAbsent(name, none -> new LinkedHashMap<>()).putIfAbsent(key, value) == null;
    }

    /** What is said without a name. */
    public Map<String, String> unnamed() {
        return of("");
    }

    public Map<String, String> of(String name) {
        return byName.getOrDefault(name, Map.of());
    }

    /** What is said of the names in {@code folder}, by what follows it. */
    public Map<String, Map<String, String>> in(String folder) {
        Map<String, Map<String, String>> found = new LinkedHashMap<>();
        String start = folder + "/";
        byName.forEach((name, facts) -> {
            if (name.startsWith(start) && Names.plain(name.substring(start.length()))) {
                found.put(name.substring(start.length()), facts);
            }
        });
        return found;
    }
}
