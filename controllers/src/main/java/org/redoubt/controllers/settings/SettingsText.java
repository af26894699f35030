package org.redoubt.controllers.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Settings as lines of {@code key=value}. What cannot be read keeps its default and is complained of; what is not known
 * is passed over, so that an older console reads what a newer one wrote.
 */
final class SettingsText {

    record Read(Settings settings, List<String> complaints) {
        Read {
            complaints = List.copyOf(complaints);
        }
    }

    private static final Map<String, BiFunction<Settings, String, Settings>> KEYS = keys();

    private SettingsText() {}

    static String write(Settings settings) {
        StringBuilder text = new StringBuilder("# What the operator of this desk prefers.\n");
        line(text, "theme", settings.theme().name().toLowerCase(Locale.ROOT));
        line(text, "scale", Double.toString(settings.scale()));
        line(text, "layers", String.join(",", new TreeSet<>(settings.layers())));
        line(text, "utc", Boolean.toString(settings.utc()));
        line(text, "panel", Boolean.toString(settings.panel()));
        settings.window()
                .ifPresent(is -> line(text, "window", is.x() + "," + is.y() + "," + is.width() + "," + is.height()));
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append('=').append(value).append('\n');
    }

    static Read read(String text) {
        Settings settings = Settings.DEFAULT;
        List<String> complaints = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            BiFunction<Settings, String, Settings> key =
                    equals < 0 ? null : KEYS.get(line.substring(0, equals).strip());
            try {
                if (key != null) {
                    settings = key.apply(settings, line.substring(equals + 1).strip());
                } else if (equals < 0) {
                    complaints.add("not a setting: " + shortened(line));
                }
            } catch (IllegalArgumentException bad) {
                complaints.add("not understood, the default is used: " + shortened(line));
            }
        }
        return new Read(settings, complaints);
    }

    private static Map<String, BiFunction<Settings, String, Settings>> keys() {
        Map<String, BiFunction<Settings, String, Settings>> keys = new LinkedHashMap<>();
        keys.put("theme", (is, value) -> is.withTheme(Theme.valueOf(value.toUpperCase(Locale.ROOT))));
        keys.put(
                "scale",
                (is, value) -> new Settings(
                        is.theme(), Double.parseDouble(value), is.layers(), is.utc(), is.window(), is.panel()));
        keys.put(
                "layers",
                (is, value) -> is.withLayers(Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(layer -> !layer.isEmpty())
                        .collect(Collectors.toSet())));
        keys.put("utc", (is, value) -> is.withUtc(flag(value)));
        keys.put("panel", (is, value) -> is.withPanel(flag(value)));
        keys.put("window", (is, value) -> is.withWindow(bounds(value)));
        return Map.copyOf(keys);
    }

    private static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static Bounds bounds(String value) {
        String[] parts = value.split(",");
        if (parts.length != 4) {
            throw new IllegalArgumentException(value);
        }
        double[] numbers = Arrays.stream(parts).mapToDouble(Double::parseDouble).toArray();
        return new Bounds(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static String shortened(String line) {
        return Optional.of(line).filter(is -> is.length() <= 80).orElseGet(() -> line.substring(0, 80) + "…");
    }
}
