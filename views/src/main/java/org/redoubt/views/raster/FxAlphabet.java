package org.redoubt.views.raster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.redoubt.views.fx.Typeface;

/** Takes the forms of letters from the toolkit's fonts; which letters stand in for missing ones is the toolkit's too. */
public final class FxAlphabet implements Alphabet {

    /** Large enough that nothing is lost to the toolkit's raster. */
    private static final double LARGE = 1000;

    private static final int PIECES = 8;

    @Override
    public Outline outline(String words, boolean strong) {
        Text text = new Text(words);
        text.setFont(Typeface.of(LARGE, strong));
        double advance = text.getLayoutBounds().getWidth() / LARGE;
        return Shape.union(text, new Rectangle()) instanceof Path path
                ? new Outline(contours(path), advance)
                : new Outline(new float[0][], advance);
    }

    private static float[][] contours(Path path) {
        List<float[]> contours = new ArrayList<>();
        Trace trace = new Trace();
        for (PathElement element : path.getElements()) {
            switch (element) {
                case MoveTo move -> {
                    trace.end(contours);
                    trace.to(move.getX(), move.getY());
                }
                case LineTo line -> trace.to(line.getX(), line.getY());
                case QuadCurveTo c ->
                    trace.curve(
                            c.getControlX(), c.getControlY(), c.getControlX(), c.getControlY(), c.getX(), c.getY(), 2);
                case CubicCurveTo c ->
                    trace.curve(
                            c.getControlX1(),
                            c.getControlY1(),
                            c.getControlX2(),
                            c.getControlY2(),
                            c.getX(),
                            c.getY(),
                            3);
                case ClosePath close -> trace.end(contours);
                default -> {}
            }
        }
        trace.end(contours);
        return contours.toArray(float[][]::new);
    }

    /** One contour as it grows. */
    private static final class Trace {
        private float[] points = new float[64];
        private int count;
        private double x;
        private double y;

        void to(double toX, double toY) {
            if (count + 2 > points.length) {
                points = Arrays.copyOf(points, points.length * 2);
            }
            points[count++] = (float) (toX / LARGE);
            points[count++] = (float) (toY / LARGE);
            x = toX;
            y = toY;
        }

        void curve(double ax, double ay, double bx, double by, double toX, double toY, int degree) {
            double fromX = x;
            double fromY = y;
            for (int i = 1; i <= PIECES; i++) {
                double t = (double) i / PIECES;
                double s = 1 - t;
                if (degree == 2) {
                    to(s * s * fromX + 2 * s * t * ax + t * t * toX, s * s * fromY + 2 * s * t * ay + t * t * toY);
                } else {
                    to(
                            s * s * s * fromX + 3 * s * s * t * ax + 3 * s * t * t * bx + t * t * t * toX,
                            s * s * s * fromY + 3 * s * s * t * ay + 3 * s * t * t * by + t * t * t * toY);
                }
            }
        }

        void end(List<float[]> contours) {
            if (count > 4) {
                contours.add(Arrays.copyOf(points, count));
            }
            count = 0;
        }
    }
}
