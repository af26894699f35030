package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redoubt.topology.picture.Tone;

/** Words can be read on everything they stand on, in both themes. */
class PaletteTest {

    private static final double READABLE = 4.5;

    static List<Palette> themes() {
        return List.of(Palette.DARK, Palette.LIGHT);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void words_are_readable_on_the_ground_and_on_a_card(Palette theme) {
        for (Tone tone : List.of(Tone.TEXT, Tone.DIM, Tone.FAINT, Tone.WARNING, Tone.CRITICAL, Tone.INTERACTION)) {
            for (Color behind : List.of(theme.ground(), theme.card())) {
                assertThat(contrast(theme.of(tone), behind))
                        .as("%s on %s", tone, behind)
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void names_are_readable_on_chips_ports_and_notes(Palette theme) {
        for (Color behind : List.of(theme.chip(), theme.chipLit(), theme.callout(), theme.port(), theme.inset())) {
            assertThat(contrast(theme.text(), behind)).isGreaterThanOrEqualTo(READABLE);
            assertThat(contrast(theme.dim(), behind)).isGreaterThanOrEqualTo(READABLE);
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void what_is_dimmed_has_less_contrast_and_keeps_the_ground(Palette theme) {
        Palette dimmed = theme.dimmed(0.3);

        assertThat(dimmed.ground()).isEqualTo(theme.ground());
        assertThat(contrast(dimmed.text(), dimmed.card())).isLessThan(contrast(theme.text(), theme.card()) / 2);
        assertThat(theme.dimmed(1)).isEqualTo(theme);
    }

    /** As WCAG 2 reckons it. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
