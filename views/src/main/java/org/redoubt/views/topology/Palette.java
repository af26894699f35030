package org.redoubt.views.topology;

import javafx.scene.paint.Color;
import org.redoubt.topology.picture.Tone;

/**
 * The colours of a theme, as values for a canvas; the style sheet defines the same ones by the same names.
 *
 * @param well what a bar is filled into
 */
public record Palette(
        Color ground,
        Color panel,
        Color card,
        Color line,
        Color text,
        Color dim,
        Color faint,
        Color normal,
        Color warning,
        Color critical,
        Color interaction,
        Color sideA,
        Color sideB,
        Color chip,
        Color chipLine,
        Color chipLit,
        Color port,
        Color inset,
        Color well,
        Color hatch,
        Color hatchLine,
        Color callout,
        Color cell,
        Color cellFill) {

    public static final Palette DARK =
            of("#14181d #1b2027 #222932 #3a4450 #d6dde6 #a3afbc #8792a0 #7f8c9a #e6a532 #ef6f5a #56b4e9 #3f8fd6 #c8bfe8"
                    + " #2c3642 #3a4552 #2e4454 #2b333e #1a2027 #151a20 #1d2229 #333c47 #0f1317 #30373f #59636f");

    public static final Palette LIGHT =
            of("#e9edf1 #f5f7f9 #ffffff #bcc5cf #1a2129 #46515d #5a6572 #6d7987 #8a5700 #b3301c #0a66a3 #1d65ad #6d55b0"
                    + " #eaeef3 #c3ccd6 #d6e8f5 #eef1f5 #f1f4f7 #d9dfe6 #edf0f3 #d3dae1 #ffffff #d5dbe2 #94a0ad");

    private static Palette of(String colours) {
        String[] all = colours.split(" ");
        Color[] c = new Color[all.length];
        for (int i = 0; i < all.length; i++) {
            c[i] = Color.web(all[i]);
        }
        return new Palette(
                c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12], c[13], c[14], c[15],
                c[16], c[17], c[18], c[19], c[20], c[21], c[22], c[23]);
    }

    /** The colour for a tone. */
    public Color of(Tone tone) {
        return switch (tone) {
            case TEXT -> text;
            case DIM -> dim;
            case FAINT -> faint;
            case LINE -> line;
            case NORMAL -> normal;
            case WARNING -> warning;
            case CRITICAL -> critical;
            case INTERACTION, GHOST, NOT_REAL -> interaction;
            case SIDE_A -> sideA;
            case SIDE_B -> sideB;
        };
    }
}
