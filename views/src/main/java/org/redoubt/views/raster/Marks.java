package org.redoubt.views.raster;

import java.util.HashMap;
import java.util.Map;
import org.redoubt.topology.picture.Glyph;

/**
 * Marks drawn from lines, so that they look the same whatever fonts a machine has; kept as masks, four places a pixel.
 * Confined to one thread.
 */
public final class Marks {

    private static final int PLACES = 4;
    private static final double SIZES = 8;
    private static final int MOST = 4096;

    private final Pen pen = new Pen();
    private final Map<Long, Mask> masks = new HashMap<>();

    /**
     * Draws one around a point.
     *
     * @param thinnest the least width of its lines
     */
    public void draw(Raster raster, Glyph glyph, double x, double y, double radius, double thinnest, int argb) {
        if (glyph == Glyph.NONE || !raster.sees(x - 2 * radius, y - 2 * radius, x + 2 * radius, y + 2 * radius)) {
            return;
        }
        if (masks.size() > MOST) {
            masks.clear();
        }
        long placeX = Math.round(x * PLACES);
        long placeY = Math.round(y * PLACES);
        long size = Math.round(radius * SIZES);
        long thin = Math.round(thinnest * SIZES);
        long key = ((size << 8 | thin) << 4 | Math.floorMod(placeX, PLACES) << 2 | Math.floorMod(placeY, PLACES)) << 4
                | glyph.ordinal();
        Mask mask = masks.computeIfAbsent(
                key,
                k -> mask(
                        glyph,
                        Math.floorMod(placeX, PLACES) / (double) PLACES,
                        Math.floorMod(placeY, PLACES) / (double) PLACES,
                        size / SIZES,
                        thin / SIZES));
        raster.stamp(
                mask,
                (int) Math.floorDiv(placeX, PLACES) + mask.left(),
                (int) Math.floorDiv(placeY, PLACES) + mask.top(),
                argb);
    }

    private Mask mask(Glyph glyph, double x, double y, double r, double thinnest) {
        int reach = (int) Math.ceil(r * 1.2 + thinnest) + 2;
        pen.mask(-reach, -reach, 2 * reach + 1, 2 * reach + 1);
        double line = Math.max(thinnest, r * 0.36);
        switch (glyph) {
            case NONE -> {}
            case DOT -> pen.disc(x, y, r * 0.85, 1);
            case TRIANGLE -> polygon(x, y - r, x + r * 1.05, y + r * 0.85, x - r * 1.05, y + r * 0.85);
            case DIAMOND -> polygon(x, y - r, x + r, y, x, y + r, x - r, y);
            case RING -> ring(x, y, r * 0.85, line);
            case HOLLOW -> ring(x, y, r * 0.7, line);
            case CROSS -> {
                double arm = r * 0.75;
                pen.from(x - arm, y - arm).to(x + arm, y + arm).line(line);
                pen.from(x - arm, y + arm).to(x + arm, y - arm).line(line);
            }
            case PAUSE -> {
                bar(x - r * 0.8, y - r * 0.9, r * 0.55, r * 1.8);
                bar(x + r * 0.25, y - r * 0.9, r * 0.55, r * 1.8);
            }
            case TWICE -> {
                ring(x - r * 0.4, y, r * 0.7, line);
                ring(x + r * 0.4, y, r * 0.7, line);
            }
            case ARROW -> polygon(x + r, y, x - r * 0.8, y - r, x - r * 0.3, y, x - r * 0.8, y + r);
            case QUESTION -> question(x, y, r, line);
        }
        return pen.mask();
    }

    private void question(double x, double y, double r, double line) {
        pen.from(x - r * 0.55, y - r * 0.45)
                .curve(x - r * 0.5, y - r * 1.2, x + r * 0.7, y - r * 1.1, x + r * 0.5, y - r * 0.35)
                .curve(x + r * 0.4, y, x, y - r * 0.05, x, y + r * 0.35)
                .line(line);
        pen.disc(x, y + r * 0.8, Math.max(0.8, r * 0.2), 1);
    }

    private void ring(double x, double y, double r, double line) {
        pen.disc(x, y, r + line / 2, 1);
        pen.disc(x, y, r - line / 2, -1);
    }

    private void bar(double x, double y, double width, double height) {
        polygon(x, y, x, y + height, x + width, y + height, x + width, y);
    }

    private void polygon(double... points) {
        pen.from(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            pen.to(points[i], points[i + 1]);
        }
        pen.edges();
    }
}
