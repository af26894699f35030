package org.redoubt.views.raster;

/** Straight lines, quickly: plain ones pixel by pixel, fine ones with the share of each pixel that they cover. */
public final class Lines {

    private Lines() {}

    /** One pixel wide, with steps. */
    public static void plain(Raster raster, double x0, double y0, double x1, double y1, int argb) {
        line(raster, x0, y0, x1, y1, 0, argb);
    }

    /** As wide as {@code weight}, without steps. */
    public static void fine(Raster raster, double x0, double y0, double x1, double y1, double weight, int argb) {
        line(raster, x0, y0, x1, y1, weight, argb);
    }

    private static void line(Raster raster, double x0, double y0, double x1, double y1, double weight, int argb) {
        if (!raster.sees(
                        Math.min(x0, x1) - weight,
                        Math.min(y0, y1) - weight,
                        Math.max(x0, x1) + weight,
                        Math.max(y0, y1) + weight)
                || Double.isNaN(x0 + y0 + x1 + y1)) {
            return;
        }
        int colour = Blend.premultiplied(argb);
        boolean flat = Math.abs(x1 - x0) >= Math.abs(y1 - y0);
        if (flat ? x0 <= x1 : y0 <= y1) {
            walk(raster, flat, flat ? x0 : y0, flat ? y0 : x0, flat ? x1 : y1, flat ? y1 : x1, weight, colour);
        } else {
            walk(raster, flat, flat ? x1 : y1, flat ? y1 : x1, flat ? x0 : y0, flat ? y0 : x0, weight, colour);
        }
    }

    /** Along the longer direction, {@code u}, pixel by pixel; {@code v} is the shorter one. */
    private static void walk(
            Raster raster, boolean flat, double u0, double v0, double u1, double v1, double weight, int colour) {
        double slope = u1 > u0 ? (v1 - v0) / (u1 - u0) : 0;
        int low = flat ? raster.left() : raster.top();
        int high = flat ? raster.right() : raster.bottom();
        int from = (int) Math.max(low, Math.ceil(u0 - 0.5));
        int to = (int) Math.min(high - 1, Math.max(Math.ceil(u0 - 0.5), Math.ceil(u1 - 0.5) - 1));
        double v = v0 + (from + 0.5 - u0) * slope;
        if (weight == 0) {
            steps(raster, flat, from, to, v, slope, colour);
            return;
        }
        double half = weight / 2 * Math.sqrt(1 + slope * slope);
        for (int u = from; u <= to; u++, v += slope) {
            across(raster, flat, u, v - half, v + half, colour);
        }
    }

    private static void steps(Raster raster, boolean flat, int from, int to, double begin, double slope, int colour) {
        int[] pixels = raster.pixels();
        int lowest = flat ? raster.top() : raster.left();
        int room = flat ? raster.height() : raster.width();
        int stride = flat ? 1 : raster.width();
        int across = flat ? raster.width() : 1;
        int at = flat ? from - raster.left() : (from - raster.top()) * raster.width();
        boolean opaque = colour >>> 24 == 255;
        double v = begin - lowest;
        for (int u = from; u <= to; u++, v += slope, at += stride) {
            int place = (int) Math.floor(v);
            if (place >= 0 && place < room) {
                int i = at + place * across;
                pixels[i] = opaque ? colour : Blend.over(pixels[i], colour, Blend.FULL);
            }
        }
    }

    private static void across(Raster raster, boolean flat, int u, double from, double to, int colour) {
        int last = (int) Math.ceil(to);
        for (int v = (int) Math.floor(from); v < last; v++) {
            int part = (int) ((Math.min(v + 1, to) - Math.max(v, from)) * Blend.FULL + 0.5);
            if (flat) {
                raster.dot(u, v, colour, part);
            } else {
                raster.dot(v, u, colour, part);
            }
        }
    }
}
