package org.redoubt.views.topology;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Slanting lines over a rectangle: what cannot be used. */
final class Hatching {

    private static final double STEP = 11;
    private static final double WEIGHT = 3;

    private Hatching() {}

    /** Draws within the rectangle, leaving its edge free. */
    static void draw(GraphicsContext g, double x, double y, double width, double height, Color colour) {
        g.setStroke(colour);
        g.setLineWidth(WEIGHT);
        g.setLineDashes();
        double right = x + width - 2;
        double bottom = y + height - 2;
        double left = x + 2;
        double top = y + 2;
        g.beginPath();
        for (double at = STEP; at < width + height; at += STEP) {
            double fromX = left + at;
            double fromY = top;
            double toX = left;
            double toY = top + at;
            if (fromX > right) {
                fromY += fromX - right;
                fromX = right;
            }
            if (toY > bottom) {
                toX += toY - bottom;
                toY = bottom;
            }
            if (fromY < bottom && toX < right) {
                g.moveTo(fromX, fromY);
                g.lineTo(toX, toY);
            }
        }
        g.stroke();
    }
}
