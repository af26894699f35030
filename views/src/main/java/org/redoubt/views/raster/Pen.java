package org.redoubt.views.raster;

import java.util.Arrays;

/**
 * Draws along lines: takes a path of straight pieces and cubic curves, and strokes or fills it, anti-aliased. Confined to
 * one thread.
 */
public final class Pen {

    /** A curve is cut into pieces about this long. */
    private static final double PIECE = 5;

    private static final int MOST_PIECES = 64;
    /** A longer piece is nothing that could be seen. */
    private static final double LONGEST = 1e6;
    /** Below this width nobody sees how two pieces join. */
    private static final double JOINED_FROM = 1.1;
    /** How far a bend may go back, 0 all the way, before its point is cut off. */
    private static final double BLUNT = 0.08;

    private final Coverage coverage = new Coverage();
    private double[] points = new double[256];
    private int count;

    /** Begins a path. */
    public Pen from(double x, double y) {
        count = 0;
        return to(x, y);
    }

    public Pen to(double x, double y) {
        if (count + 2 > points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        points[count++] = x;
        points[count++] = y;
        return this;
    }

    public Pen curve(double ax, double ay, double bx, double by, double x, double y) {
        double x0 = points[count - 2];
        double y0 = points[count - 1];
        double length = Math.hypot(ax - x0, ay - y0) + Math.hypot(bx - ax, by - ay) + Math.hypot(x - bx, y - by);
        int pieces = (int) Math.clamp(length / PIECE, 4, MOST_PIECES);
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double s = 1 - t;
            double a = s * s * s;
            double b = 3 * s * s * t;
            double c = 3 * s * t * t;
            double d = t * t * t;
            to(a * x0 + b * ax + c * bx + d * x, a * y0 + b * ay + c * by + d * y);
        }
        return this;
    }

    /** Draws a line of this width along the path. */
    public void stroke(Raster raster, double width, int argb) {
        if (!frame(raster, width)) {
            return;
        }
        for (int i = 2; i < count; i += 2) {
            piece(points[i - 2], points[i - 1], points[i], points[i + 1], width / 2);
            if (i + 2 < count && width > JOINED_FROM) {
                join(i, width / 2);
            }
        }
        coverage.into(raster, argb);
    }

    /** Draws dashes of this width along the path, {@code on} long and {@code off} apart. */
    public void dashes(Raster raster, double width, double on, double off, int argb) {
        if (!frame(raster, width)) {
            return;
        }
        double at = 0;
        for (int i = 2; i < count; i += 2) {
            double length = Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]);
            if (length < LONGEST && seen(raster, i, width)) {
                at = dashed(i, length, width, on, off, at);
            } else {
                at = (at + length) % (on + off);
            }
        }
        coverage.into(raster, argb);
    }

    /** One straight piece, so far into a dash and its gap; returns how far it ends. */
    private double dashed(int i, double length, double width, double on, double off, double begun) {
        double x = points[i - 2];
        double y = points[i - 1];
        double dx = (points[i] - x) / length;
        double dy = (points[i + 1] - y) / length;
        for (double from = -begun; from < length; from += on + off) {
            double begin = Math.max(0, from);
            double end = Math.min(length, from + on);
            if (end > begin) {
                piece(x + dx * begin, y + dy * begin, x + dx * end, y + dy * end, width / 2);
            }
        }
        return (begun + length) % (on + off);
    }

    private boolean seen(Raster raster, int i, double width) {
        return raster.sees(
                Math.min(points[i - 2], points[i]) - width,
                Math.min(points[i - 1], points[i + 1]) - width,
                Math.max(points[i - 2], points[i]) + width,
                Math.max(points[i - 1], points[i + 1]) + width);
    }

    /** Fills the path, closed by a straight line. */
    public void fill(Raster raster, int argb) {
        if (!frame(raster, 0)) {
            return;
        }
        edges();
        coverage.into(raster, argb);
    }

    /** Without anti-aliasing, one pixel wide: while the map is being zoomed. */
    public void plain(Raster raster, int argb) {
        for (int i = 2; i < count; i += 2) {
            Lines.plain(raster, points[i - 2], points[i - 1], points[i], points[i + 1], argb);
        }
    }

    /** Only what of the raster the path can reach is reckoned; false when that is nothing. */
    private boolean frame(Raster raster, double width) {
        double left = points[0];
        double top = points[1];
        double right = left;
        double bottom = top;
        for (int i = 2; i < count; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        Area area = Area.around(left - width, top - width, right + width, bottom + width)
                .and(new Area(raster.left(), raster.top(), raster.width(), raster.height()));
        if (area.empty()) {
            return false;
        }
        coverage.frame(area.x(), area.y(), area.width(), area.height());
        return true;
    }

    /** Begins a form that becomes a mask. */
    Pen mask(int left, int top, int width, int height) {
        coverage.frame(left, top, width, height);
        return this;
    }

    /** Adds the path, closed, to the mask. */
    Pen edges() {
        for (int i = 2; i < count; i += 2) {
            coverage.edge(points[i - 2], points[i - 1], points[i], points[i + 1]);
        }
        coverage.edge(points[count - 2], points[count - 1], points[0], points[1]);
        return this;
    }

    /** Adds a line along the path to the mask, with round ends. */
    Pen line(double width) {
        for (int i = 2; i < count; i += 2) {
            piece(points[i - 2], points[i - 1], points[i], points[i + 1], width / 2);
        }
        for (int i = 0; i < count; i += 2) {
            disc(points[i], points[i + 1], width / 2, 1);
        }
        return this;
    }

    /** Adds a disc, or with a negative sign a hole where a disc was. */
    Pen disc(double x, double y, double radius, int sign) {
        int corners = radius < 3 ? 16 : 40;
        double lastX = x + radius;
        double lastY = y;
        for (int i = 1; i <= corners; i++) {
            double angle = -sign * 2 * Math.PI * i / corners;
            double nextX = x + radius * Math.cos(angle);
            double nextY = y + radius * Math.sin(angle);
            coverage.edge(lastX, lastY, nextX, nextY);
            lastX = nextX;
            lastY = nextY;
        }
        return this;
    }

    Mask mask() {
        return coverage.mask();
    }

    /** A straight piece as a rectangle, always wound the same way. */
    private void piece(double x0, double y0, double x1, double y1, double half) {
        double length = Math.hypot(x1 - x0, y1 - y0);
        if (length < 1e-6) {
            return;
        }
        double nx = -(y1 - y0) / length * half;
        double ny = (x1 - x0) / length * half;
        coverage.edge(x0 + nx, y0 + ny, x1 + nx, y1 + ny);
        coverage.edge(x1 + nx, y1 + ny, x1 - nx, y1 - ny);
        coverage.edge(x1 - nx, y1 - ny, x0 - nx, y0 - ny);
        coverage.edge(x0 - nx, y0 - ny, x0 + nx, y0 + ny);
    }

    /** Fills the notch at the outer side of a bend, to a point unless that would be a spike. */
    private void join(int i, double half) {
        double ax = points[i] - points[i - 2];
        double ay = points[i + 1] - points[i - 1];
        double bx = points[i + 2] - points[i];
        double by = points[i + 3] - points[i + 1];
        double a = Math.hypot(ax, ay);
        double b = Math.hypot(bx, by);
        if (a < 1e-6 || b < 1e-6) {
            return;
        }
        double side = ax * by - ay * bx > 0 ? -half : half;
        double px = -ay / a * side;
        double py = ax / a * side;
        double qx = -by / b * side;
        double qy = bx / b * side;
        double x = points[i];
        double y = points[i + 1];
        triangle(x, y, x + px, y + py, x + qx, y + qy);
        double along = 1 + (px * qx + py * qy) / (half * half);
        if (along > BLUNT) {
            triangle(x + px, y + py, x + (px + qx) / along, y + (py + qy) / along, x + qx, y + qy);
        }
    }

    /** Wound as the pieces are: their sum is what is covered. */
    private void triangle(double ax, double ay, double bx, double by, double cx, double cy) {
        boolean same = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) < 0;
        coverage.edge(ax, ay, same ? bx : cx, same ? by : cy);
        coverage.edge(same ? bx : cx, same ? by : cy, same ? cx : bx, same ? cy : by);
        coverage.edge(same ? cx : bx, same ? cy : by, ax, ay);
    }
}
