package org.redoubt.views.topology;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.paint.Color;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/** A palette as the painter uses it: ARGB by tone and by surface, 0 for no fill. */
final class Inks {

    /** A band lets a little of what it covers through. */
    private static final double BAND = 0.92;

    private final Map<Tone, Integer> tones = new EnumMap<>(Tone.class);
    private final Map<Surface, Integer> fills = new EnumMap<>(Surface.class);
    final int ground;
    final int chipLine;
    final int hatchLine;
    final int well;
    final int cellFill;

    Inks(Palette palette) {
        for (Tone tone : Tone.values()) {
            tones.put(tone, argb(palette.of(tone)));
        }
        for (Surface surface : Surface.values()) {
            fills.put(surface, fill(palette, surface));
        }
        ground = argb(palette.ground());
        chipLine = argb(palette.chipLine());
        hatchLine = argb(palette.hatchLine());
        well = argb(palette.well());
        cellFill = argb(palette.cellFill());
    }

    int of(Tone tone) {
        return tones.get(tone);
    }

    int fill(Surface surface) {
        return fills.get(surface);
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
