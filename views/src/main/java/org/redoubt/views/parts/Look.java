package org.redoubt.views.parts;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.Scene;

/**
 * The theme and the UI scale of a window: both may change while it is open. Lengths in the style sheets are px at scale
 * 1; they are multiplied here, so that a rule never has to know of the scale.
 *
 * @param scale between {@link #SMALLEST} and {@link #LARGEST}
 */
public record Look(boolean dark, double scale) {

    public static final double SMALLEST = 0.75;
    public static final double LARGEST = 2.0;
    private static final double STEP = 0.125;
    private static final Pattern PIXELS = Pattern.compile("(\\d+(?:\\.\\d+)?)px");

    public Look {
        scale = Math.clamp(scale, SMALLEST, LARGEST);
    }

    public Look larger() {
        return new Look(dark, scale + STEP);
    }

    public Look smaller() {
        return new Look(dark, scale - STEP);
    }

    public Look actualSize() {
        return new Look(dark, 1);
    }

    public Look otherTheme() {
        return new Look(!dark, scale);
    }

    /** Gives the scene this look. */
    public void apply(Scene scene) {
        scene.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        String rules = scaled(read("redoubt.css"));
        scene.getStylesheets()
                .setAll(dark ? List.of(inline(rules)) : List.of(inline(rules), inline(read("redoubt-light.css"))));
    }

    /** The text of a style sheet with every length multiplied by the scale. */
    String scaled(String css) {
        return PIXELS.matcher(css)
                .replaceAll(found -> String.format(Locale.ROOT, "%.2fpx", Double.parseDouble(found.group(1)) * scale));
    }

    static String read(String name) {
        try (InputStream stream = Look.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet " + name + " is a part of the program", e);
        }
    }

    private static String inline(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
