package org.redoubt.views.raster;

import java.util.Arrays;

/**
 * A rectangle of pixels to draw into: premultiplied ARGB, row by row. Whoever draws uses the coordinates of the whole
 * surface; what lies outside of the rectangle is left out, so that a part drawn by itself is the same as that part of the
 * whole. Colours are given as ARGB, not premultiplied. Confined to one thread.
 */
public final class Raster {

    private int[] pixels = new int[0];
    private int left;
    private int top;
    private int width;
    private int height;

    /** From now on these pixels of the surface; what they hold is not said. */
    public void frame(int left, int top, int width, int height) {
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        if (pixels.length < width * height) {
            pixels = new int[width * height];
        }
    }

    public void clear(int argb) {
        Arrays.fill(pixels, 0, width * height, Blend.premultiplied(argb));
    }

    public int left() {
        return left;
    }

    public int top() {
        return top;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    /** Its pixels, {@link #width} a row; longer than it needs to be. */
    public int[] pixels() {
        return pixels;
    }

    /** Whether any of this box could be seen. */
    public boolean sees(double x0, double y0, double x1, double y1) {
        return x1 >= left && y1 >= top && x0 <= right() && y0 <= bottom();
    }

    /** The place of a pixel that is inside. */
    int index(int x, int y) {
        return (y - top) * width + x - left;
    }

    /** A rectangle with edges between pixels: there it covers a part of them. */
    public void rect(double x0, double y0, double x1, double y1, int argb) {
        double fromX = Math.max(x0, left);
        double fromY = Math.max(y0, top);
        double toX = Math.min(x1, right());
        double toY = Math.min(y1, bottom());
        if (fromX >= toX || fromY >= toY) {
            return;
        }
        int colour = Blend.premultiplied(argb);
        int lastX = (int) Math.ceil(toX);
        int lastY = (int) Math.ceil(toY);
        for (int y = (int) Math.floor(fromY); y < lastY; y++) {
            double rows = Math.min(y + 1, toY) - Math.max(y, fromY);
            for (int x = (int) Math.floor(fromX); x < lastX; ) {
                double columns = Math.min(x + 1, toX) - Math.max(x, fromX);
                int whole = columns >= 1 ? (int) toX : x + 1;
                run(y, x, whole, colour, (int) (rows * columns * Blend.FULL + 0.5));
                x = whole;
            }
        }
    }

    /** A rectangle of whole pixels. */
    public void box(int x0, int y0, int x1, int y1, int argb) {
        int colour = Blend.premultiplied(argb);
        int fromX = Math.max(x0, left);
        int toX = Math.min(x1, right());
        int toY = Math.min(y1, bottom());
        for (int y = Math.max(y0, top); y < toY; y++) {
            run(y, fromX, toX, colour, Blend.FULL);
        }
    }

    /** Pixels of one row, all inside, in a premultiplied colour. */
    void run(int y, int x0, int x1, int colour, int coverage) {
        if (x0 >= x1 || coverage <= 0) {
            return;
        }
        int from = index(x0, y);
        int to = from + x1 - x0;
        if (coverage == Blend.FULL && colour >>> 24 == 255) {
            Arrays.fill(pixels, from, to, colour);
            return;
        }
        for (int i = from; i < to; i++) {
            pixels[i] = Blend.over(pixels[i], colour, coverage);
        }
    }

    /** One pixel, which may be outside. */
    void dot(int x, int y, int colour, int coverage) {
        if (coverage > 0 && x >= left && y >= top && x < right() && y < bottom()) {
            int i = index(x, y);
            pixels[i] = Blend.over(pixels[i], colour, coverage);
        }
    }

    /** A mask in one colour, its first pixel at a place of the surface. */
    void stamp(Mask mask, int x, int y, int argb) {
        int fromX = Math.max(x, left);
        int toX = Math.min(x + mask.width(), right());
        int toY = Math.min(y + mask.height(), bottom());
        if (fromX >= toX) {
            return;
        }
        int colour = Blend.premultiplied(argb);
        byte[] coverage = mask.coverage();
        for (int row = Math.max(y, top); row < toY; row++) {
            int at = index(fromX, row);
            int end = at + toX - fromX;
            for (int i = (row - y) * mask.width() + fromX - x; at < end; i++, at++) {
                int part = coverage[i] & 255;
                if (part != 0) {
                    pixels[at] = Blend.over(pixels[at], colour, part + (part >> 7));
                }
            }
        }
    }
}
