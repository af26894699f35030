package org.redoubt.views.raster;

import java.util.Arrays;

/**
 * Fills forms with straight edges, exactly: for each pixel it reckons the area that the form covers. An edge adds its
 * signed height to the pixels right of it, and a running sum over a row is the coverage; so edges may come in any order,
 * and parts that are wound the same way and overlap are joined. Confined to one thread.
 */
final class Coverage {

    private float[] sums = new float[0];
    private int[] firsts = new int[0];
    private int[] lasts = new int[0];
    private int left;
    private int top;
    private int width;
    private int height;
    private int stride;

    /** Begins a form of which only this rectangle is wanted. */
    void frame(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        stride = width + 2;
        if (sums.length < stride * height) {
            sums = new float[stride * height];
        }
        if (firsts.length < height) {
            firsts = new int[height];
            lasts = new int[height];
        }
        Arrays.fill(firsts, 0, height, Integer.MAX_VALUE);
        Arrays.fill(lasts, 0, height, -1);
    }

    /** One edge. */
    void edge(double fromX, double fromY, double toX, double toY) {
        if (!(Math.abs(fromX) + Math.abs(fromY) + Math.abs(toX) + Math.abs(toY) < 1e9)) {
            return; // not a number, or nowhere that could be seen
        }
        double x0 = fromX - left;
        double y0 = fromY - top;
        double x1 = toX - left;
        double y1 = toY - top;
        if (y0 < y1) {
            down(x0, y0, x1, y1, 1);
        } else if (y1 < y0) {
            down(x1, y1, x0, y0, -1);
        }
    }

    /** Cuts an edge to the rows, and into what is left of the rectangle, in it, and right of it. */
    private void down(double fromX, double fromY, double toX, double toY, int sign) {
        if (toY <= 0 || fromY >= height) {
            return;
        }
        double slope = (toX - fromX) / (toY - fromY);
        double y0 = Math.max(0, fromY);
        double y1 = Math.min(height, toY);
        double x0 = fromX + (y0 - fromY) * slope;
        double x1 = fromX + (y1 - fromY) * slope;
        if (x0 >= width && x1 >= width) {
            return;
        }
        if (x0 < 0 && x1 < 0) {
            inside(0, y0, 0, y1, sign);
        } else if (x0 < 0 || x1 < 0) {
            double cut = Math.clamp(y0 - x0 / slope, y0, y1);
            if (x0 < 0) {
                inside(0, y0, 0, cut, sign);
                cutRight(0, cut, x1, y1, slope, sign);
            } else {
                cutRight(x0, y0, 0, cut, slope, sign);
                inside(0, cut, 0, y1, sign);
            }
        } else {
            cutRight(x0, y0, x1, y1, slope, sign);
        }
    }

    private void cutRight(double x0, double y0, double x1, double y1, double slope, int sign) {
        if (x0 <= width && x1 <= width) {
            inside(x0, y0, x1, y1, sign);
        } else {
            double cut = Math.clamp(y0 + (width - x0) / slope, y0, y1);
            if (x0 <= width) {
                inside(x0, y0, width, cut, sign);
            } else {
                inside(width, cut, x1, y1, sign);
            }
        }
    }

    private void inside(double x0, double y0, double x1, double y1, int sign) {
        if (y1 <= y0) {
            return;
        }
        double slope = (x1 - x0) / (y1 - y0);
        double x = x0;
        int last = Math.min(height, (int) Math.ceil(y1));
        for (int row = (int) y0; row < last; row++) {
            double tall = Math.min(row + 1, y1) - Math.max(row, y0);
            double next = Math.clamp(x + slope * tall, 0, width);
            row(row, Math.min(x, next), Math.max(x, next), (float) (tall * sign));
            x = next;
        }
    }

    /** An edge within one row, from {@code from} to {@code to}, of this signed height. */
    private void row(int row, double from, double to, float tall) {
        int first = (int) from;
        int end = Math.max((int) Math.ceil(to), first + 1);
        int at = row * stride;
        firsts[row] = Math.min(firsts[row], first);
        lasts[row] = Math.max(lasts[row], end);
        if (end == first + 1) {
            part(at + first, tall, (from + to) / 2 - first);
            return;
        }
        double each = tall / (to - from);
        for (int x = first; x < end; x++) {
            double begin = Math.max(x, from);
            double stop = Math.min(x + 1, to);
            part(at + x, (float) ((stop - begin) * each), (begin + stop) / 2 - x);
        }
    }

    /** A piece within one pixel: it covers what is right of its middle, and all of the pixels further right. */
    private void part(int at, float tall, double middle) {
        float beyond = tall * (float) middle;
        sums[at] += tall - beyond;
        sums[at + 1] += beyond;
    }

    /** Draws the form, and forgets it. */
    void into(Raster raster, int argb) {
        int colour = Blend.premultiplied(argb);
        int[] pixels = raster.pixels();
        for (int row = 0; row < height; row++) {
            int from = firsts[row];
            if (from > lasts[row]) {
                continue;
            }
            int at = row * stride;
            int to = Math.min(lasts[row] + 1, width);
            int pixel = raster.index(left, top + row);
            float sum = 0;
            for (int x = from; x < to; x++) {
                sum += sums[at + x];
                int part = whole(sum, Blend.FULL);
                if (part > 0) {
                    pixels[pixel + x] = Blend.over(pixels[pixel + x], colour, part);
                }
            }
            rest(raster, row, to, sum, colour);
            Arrays.fill(sums, at + from, at + stride, 0);
        }
    }

    /** Beyond the last edge everything is covered where the form was cut at the right. */
    private void rest(Raster raster, int row, int from, float sum, int colour) {
        raster.run(top + row, left + from, left + width, colour, whole(sum, Blend.FULL));
    }

    /** The form as a mask, its place taken from the frame; and forgets it. */
    Mask mask() {
        byte[] coverage = new byte[width * height];
        for (int row = 0; row < height; row++) {
            float sum = 0;
            for (int x = 0; x < width; x++) {
                sum += sums[row * stride + x];
                coverage[row * width + x] = (byte) whole(sum, 255);
            }
            Arrays.fill(sums, row * stride, (row + 1) * stride, 0);
        }
        return new Mask(left, top, width, height, coverage);
    }

    private static int whole(float sum, int full) {
        return (int) (Math.min(1, Math.abs(sum)) * full + 0.5f);
    }
}
