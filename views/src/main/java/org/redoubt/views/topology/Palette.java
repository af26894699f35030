package org.redoubt.views.topology;

import java.util.function.UnaryOperator;
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
            of("#e9edf1 #f7f9fa #ffffff #b5c0cb #1a222a #44505c #56626e #586572 #855200 #b02c1b #08639e #1c63a8 #6a52a8"
                    + " #edf1f5 #bfc9d3 #cfe3f3 #eef2f6 #f1f4f7 #d5dce3 #eef1f4 #d3dae1 #ffffff #d8dfe6 #97a3b0");

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

    /** The same with everything but the ground faded towards it; 0 is gone, 1 is as it was. */
    Palette dimmed(double share) {
        UnaryOperator<Color> fade = colour -> ground.interpolate(colour, share);
        return new Palette(
                ground,
                fade.apply(panel),
                fade.apply(card),
                fade.apply(line),
                fade.apply(text),
                fade.apply(dim),
                fade.apply(faint),
                fade.apply(normal),
                fade.apply(warning),
                fade.apply(critical),
                fade.apply(interaction),
                fade.apply(sideA),
                fade.apply(sideB),
                fade.apply(chip),
                fade.apply(chipLine),
                fade.apply(chipLit),
                fade.apply(port),
                fade.apply(inset),
                fade.apply(well),
                fade.apply(hatch),
                fade.apply(hatchLine),
                fade.apply(callout),
                fade.apply(cell),
                fade.apply(cellFill));
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
