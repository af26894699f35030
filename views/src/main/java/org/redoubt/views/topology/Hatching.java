package org.redoubt.views.topology;

import org.redoubt.views.raster.Lines;
import org.redoubt.views.raster.Raster;

/** Slanting lines over a rectangle: what cannot be used. */
final class Hatching {

    private static final double STEP = 11;
    private static final double WEIGHT = 3;
    private static final double FREE = 2;

    private Hatching() {}

    /** Draws within the rectangle, leaving its edge free; {@code unit} pixels are one of the toolkit's. */
    static void draw(Raster raster, double x0, double y0, double x1, double y1, double unit, int argb) {
        double left = x0 + FREE * unit;
        double top = y0 + FREE * unit;
        double right = x1 - FREE * unit;
        double bottom = y1 - FREE * unit;
        for (double at = STEP * unit; at < right - left + bottom - top; at += STEP * unit) {
            double fromX = Math.min(left + at, right);
            double fromY = top + Math.max(0, left + at - right);
            double toX = left + Math.max(0, top + at - bottom);
            double toY = Math.min(top + at, bottom);
            if (fromY < bottom && toX < right) {
                Lines.fine(raster, fromX, fromY, toX, toY, WEIGHT * unit, argb);
            }
        }
    }
}
