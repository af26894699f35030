package org.redoubt.views.topology;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import org.redoubt.topology.picture.Glyph;

/** Draws marks from lines, so that they look the same whatever fonts a machine has. */
final class Glyphs {

    private Glyphs() {}

    static void draw(GraphicsContext g, Glyph glyph, double x, double y, double r, Color colour) {
        g.setFill(colour);
        g.setStroke(colour);
        g.setLineDashes();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(Math.max(1.2, r * 0.36));
        switch (glyph) {
            case NONE -> {}
            case DOT -> g.fillOval(x - r * 0.85, y - r * 0.85, 1.7 * r, 1.7 * r);
            case TRIANGLE -> polygon(g, x, y - r, x + r * 1.05, y + r * 0.85, x - r * 1.05, y + r * 0.85);
            case DIAMOND -> polygon(g, x, y - r, x + r, y, x, y + r, x - r, y);
            case RING -> g.strokeOval(x - r * 0.85, y - r * 0.85, 1.7 * r, 1.7 * r);
            case HOLLOW -> g.strokeOval(x - r * 0.7, y - r * 0.7, 1.4 * r, 1.4 * r);
            case CROSS -> {
                double arm = r * 0.75;
                g.strokeLine(x - arm, y - arm, x + arm, y + arm);
                g.strokeLine(x - arm, y + arm, x + arm, y - arm);
            }
            case PAUSE -> {
                g.fillRect(x - r * 0.8, y - r * 0.9, r * 0.55, r * 1.8);
                g.fillRect(x + r * 0.25, y - r * 0.9, r * 0.55, r * 1.8);
            }
            case TWICE -> {
                g.strokeOval(x - r * 1.1, y - r * 0.7, 1.4 * r, 1.4 * r);
                g.strokeOval(x - r * 0.3, y - r * 0.7, 1.4 * r, 1.4 * r);
            }
            case ARROW -> polygon(g, x + r, y, x - r * 0.8, y - r, x - r * 0.3, y, x - r * 0.8, y + r);
            case QUESTION -> question(g, x, y, r);
        }
    }

    private static void question(GraphicsContext g, double x, double y, double r) {
        g.beginPath();
        g.moveTo(x - r * 0.55, y - r * 0.45);
        g.bezierCurveTo(x - r * 0.5, y - r * 1.2, x + r * 0.7, y - r * 1.1, x + r * 0.5, y - r * 0.35);
        g.bezierCurveTo(x + r * 0.4, y, x, y - r * 0.05, x, y + r * 0.35);
        g.stroke();
        double dot = Math.max(0.8, r * 0.2);
        g.fillOval(x - dot, y + r * 0.8 - dot, 2 * dot, 2 * dot);
    }

    private static void polygon(GraphicsContext g, double... points) {
        int corners = points.length / 2;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = points[2 * i];
            ys[i] = points[2 * i + 1];
        }
        g.fillPolygon(xs, ys, corners);
    }
}
