package org.redoubt.views.topology;

import javafx.scene.paint.Color;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/** A palette as the painter uses it: ARGB by tone and by surface, 0 for no fill. */
final class Inks {

    /** A band lets a little of what it covers through. */
    private static final double BAND = 0.92;

    private final int[] tones = new int[Tone.values().length];
    private final int[] fills = new int[Surface.values().length];
    final int ground;
    final int chipLine;
    final int hatchLine;
    final int well;
    final int cellFill;

    Inks(Palette palette) {
        for (Tone tone : Tone.values()) {
            tones[tone.ordinal()] = argb(palette.of(tone));
        }
        for (Surface surface : Surface.values()) {
            fills[surface.ordinal()] = fill(palette, surface);
        }
        ground = argb(palette.ground());
        chipLine = argb(palette.chipLine());
        hatchLine = argb(palette.hatchLine());
        well = argb(palette.well());
        cellFill = argb(palette.cellFill());
    }

    int of(Tone tone) {
        return tones[tone.ordinal()];
    }

    int fill(Surface surface) {
        return fills[surface.ordinal()];
    }

    /** A tone mixed into the ground, opaque: 0 is the ground, 1 the tone. */
    int mixed(Tone tone, double share) {
        int ink = of(tone);
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = ground >> shift & 255;
            mixed = mixed << 8 | (int) Math.round(from + ((ink >> shift & 255) - from) * share);
        }
        return mixed;
    }

    private static int fill(Palette palette, Surface surface) {
        return switch (surface) {
            case OUTLINE -> 0;
            case FRAME -> argb(palette.panel());
            case CARD, CHIP_HOLLOW -> argb(palette.card());
            case HATCHED -> argb(palette.hatch());
            case INSET -> argb(palette.inset());
            case CHIP -> argb(palette.chip());
            case CHIP_LIT -> argb(palette.chipLit());
            case PORT, PLUG -> argb(palette.port());
            case HALO -> argb(palette.ground());
            case BAND -> argb(palette.card().deriveColor(0, 1, 1, BAND));
            case CALLOUT -> argb(palette.callout());
            case CELL -> argb(palette.cell());
        };
    }

    static int argb(Color colour) {
        return channel(colour.getOpacity()) << 24
                | channel(colour.getRed()) << 16
                | channel(colour.getGreen()) << 8
                | channel(colour.getBlue());
    }

    private static int channel(double part) {
        return (int) Math.round(part * 255);
    }
}
