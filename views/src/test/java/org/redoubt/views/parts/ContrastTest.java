package org.redoubt.views.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The style sheets keep what they promise: text that can be read, in both themes, and lengths that scale. */
class ContrastTest {

    private static final Pattern TOKEN = Pattern.compile("-redoubt-([a-z-]+):\\s*(#[0-9a-f]{6});");
    private static final double READABLE = 4.5;

    /** Which text stands on which ground, as the rules use them. */
    private static final Map<String, List<String>> TEXT_ON = Map.of(
            "text",
                    List.of(
                            "ground",
                            "panel",
                            "card",
                            "raised",
                            "strip",
                            "bottom",
                            "field",
                            "selected",
                            "warning-tint",
                            "critical-tint"),
            "dim",
                    List.of(
                            "ground",
                            "panel",
                            "card",
                            "raised",
                            "strip",
                            "bottom",
                            "field",
                            "selected",
                            "warning-tint",
                            "critical-tint"),
            "faint", List.of("ground", "panel", "card", "strip", "bottom", "field"),
            "normal", List.of("panel", "bottom"),
            "warning", List.of("ground", "panel", "card", "strip", "bottom", "warning-tint"),
            "critical", List.of("ground", "panel", "card", "strip", "bottom", "critical-tint"),
            "action", List.of("panel", "card", "action-tint", "bottom"),
            "on-action", List.of("action"));

    private static Map<String, String> tokens(String... sheets) {
        Map<String, String> tokens = new TreeMap<>();
        for (String sheet : sheets) {
            Matcher matcher = TOKEN.matcher(Look.read(sheet));
            while (matcher.find()) {
                tokens.put(matcher.group(1), matcher.group(2));
            }
        }
        return tokens;
    }

    @Test
    void theDarkThemeCanBeRead() {
        assertThat(tooFaint(tokens("redoubt.css"))).isEmpty();
    }

    @Test
    void theLightThemeCanBeRead() {
        assertThat(tooFaint(tokens("redoubt.css", "redoubt-light.css"))).isEmpty();
    }

    @Test
    void theLightThemeNamesEveryColourOfTheDark() {
        assertThat(tokens("redoubt-light.css").keySet())
                .isEqualTo(tokens("redoubt.css").keySet());
    }

    @Test
    void noRuleNamesAColourItself() {
        String rules = Look.read("redoubt.css");
        assertThat(rules.substring(rules.indexOf(".console {")))
                .doesNotContain("#")
                .doesNotContain("rgb");
    }

    @Test
    void noTextIsSmallerThanTwelve() {
        Matcher sizes = Pattern.compile("-fx-font-size:\\s*([0-9.]+)px").matcher(Look.read("redoubt.css"));
        List<Double> found = new ArrayList<>();
        while (sizes.find()) {
            found.add(Double.parseDouble(sizes.group(1)));
        }
        assertThat(found).isNotEmpty().allMatch(size -> size >= 12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.75, 1.0, 1.5, 2.0})
    void everyLengthIsMultiplied(double scale) {
        String scaled = new Look(true, scale).scaled("a { -fx-padding: 4px 8px; -fx-size: 28px; -fx-x: 0 1 0; }");
        assertThat(scaled)
                .isEqualTo(String.format(
                        java.util.Locale.ROOT,
                        "a { -fx-padding: %.2fpx %.2fpx; -fx-size: %.2fpx; -fx-x: 0 1 0; }",
                        4 * scale,
                        8 * scale,
                        28 * scale));
    }

    @Test
    void theScaleStaysWithinItsBounds() {
        Look look = new Look(true, 1);
        for (int i = 0; i < 20; i++) {
            look = look.larger();
        }
        assertThat(look.scale()).isEqualTo(Look.LARGEST);
        for (int i = 0; i < 30; i++) {
            look = look.smaller();
        }
        assertThat(look.scale()).isEqualTo(Look.SMALLEST);
        assertThat(look.actualSize().scale()).isEqualTo(1);
    }

    private static List<String> tooFaint(Map<String, String> tokens) {
        List<String> found = new ArrayList<>();
        TEXT_ON.forEach((text, grounds) -> grounds.forEach(ground -> {
            double ratio = contrast(tokens.get(text), tokens.get(ground));
            if (ratio < READABLE) {
                found.add(String.format(java.util.Locale.ROOT, "%s on %s: %.2f", text, ground, ratio));
            }
        }));
        return found;
    }

    /** The contrast ratio as WCAG 2 defines it. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
