package org.redoubt.views.raster;

/** Straight lines, quickly: plain ones pixel by pixel, fine ones with the share of each pixel that they cover. */
public final class Lines {

    private static final int SHIFT = 20;
    private static final double FIXED = 1 << SHIFT;

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
        double lowest = flat ? raster.top() : raster.left();
        int room = flat ? raster.height() : raster.width();
        for (int u = from; u <= to; u++, v += slope) {
            double first = Math.max(0, v - half - lowest);
            double last = Math.min(room, v + half - lowest);
            if (first < last) {
                across(raster, flat, u, first, last, colour);
            }
        }
    }

    /** Whole pixels, in fixed point; {@code begin} is where the first one's middle is. */
    private static void steps(Raster raster, boolean flat, int from, int to, double begin, double slope, int colour) {
        int[] pixels = raster.pixels();
        int width = raster.width();
        int room = flat ? raster.height() : width;
        int stride = flat ? 1 : width;
        int other = flat ? width : 1;
        int at = flat ? from - raster.left() : (from - raster.top()) * width;
        boolean opaque = colour >>> 24 == 255;
        long step = Math.round(slope * FIXED);
        long v = (long) Math.floor((begin - (flat ? raster.top() : raster.left())) * FIXED);
        for (int left = to - from; left >= 0; left--, v += step, at += stride) {
            long place = v >> SHIFT;
            if (place >= 0 && place < room) {
                int i = at + (int) place * other;
                pixels[i] = opaque ? colour : Blend.over(pixels[i], colour, Blend.FULL);
            }
        }
    }

    /** The pixels across a line, all inside, counted from the raster's own edge. */
    private static void across(Raster raster, boolean flat, int u, double from, double to, int colour) {
        int[] pixels = raster.pixels();
        int width = raster.width();
        int stride = flat ? width : 1;
        int v = (int) from;
        int at = flat ? v * width + u - raster.left() : (u - raster.top()) * width + v;
        for (double begin = from; begin < to; v++, at += stride) {
            double end = Math.min(v + 1, to);
            pixels[at] = Blend.over(pixels[at], colour, (int) ((end - begin) * Blend.FULL + 0.5));
            begin = end;
        }
    }
}
