package org.redoubt.views.raster;

/** Straight lines, quickly: plain ones pixel by pixel, fine ones with the share of each pixel that they cover. */
public final class Lines {

    private static final double FARTHEST = 1e8;
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
        boolean somewhere = Math.abs(x0) + Math.abs(y0) + Math.abs(x1) + Math.abs(y1) < FARTHEST;
        if (!somewhere
                || !raster.sees(
                        Math.min(x0, x1) - weight,
                        Math.min(y0, y1) - weight,
                        Math.max(x0, x1) + weight,
                        Math.max(y0, y1) + weight)) {
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
        long half = Math.round(weight / 2 * Math.sqrt(1 + slope * slope) * FIXED);
        bands(raster, flat, from, to, v, slope, half, colour);
    }

    /** The pixels across a line, in fixed point: the first and the last are covered in part. */
    private static void bands(
            Raster raster, boolean flat, int from, int to, double begin, double slope, long half, int colour) {
        int[] pixels = raster.pixels();
        int width = raster.width();
        int room = flat ? raster.height() : width;
        int stride = flat ? 1 : width;
        int other = flat ? width : 1;
        int at = flat ? from - raster.left() : (from - raster.top()) * width;
        long step = Math.round(slope * FIXED);
        long v = Math.round((begin - (flat ? raster.top() : raster.left())) * FIXED);
        for (int left = to - from; left >= 0; left--, v += step, at += stride) {
            long low = v - half;
            long high = v + half;
            int last = (int) Math.min(room - 1, high - 1 >> SHIFT);
            for (int place = (int) Math.max(0, low >> SHIFT); place <= last; place++) {
                long covered = Math.min(high, place + 1L << SHIFT) - Math.max(low, (long) place << SHIFT);
                int i = at + place * other;
                pixels[i] = Blend.over(pixels[i], colour, (int) (covered >> SHIFT - 8));
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
}
