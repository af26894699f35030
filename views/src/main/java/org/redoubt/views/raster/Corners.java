package org.redoubt.views.raster;

import java.util.HashMap;
import java.util.Map;

/**
 * Rounded rectangles on whole pixels, filled and edged in one go: what a corner covers is reckoned once for each radius
 * and width of edge. Confined to one thread.
 */
public final class Corners {

    private static final int SAMPLES = 8;
    private static final double STEP = 8;
    private static final int FARTHEST = 1 << 28;

    /**
     * A corner's square.
     *
     * @param outer what of each pixel lies within the outline
     * @param edge what of each pixel the edge takes
     * @param straight what the edge takes of the pixels beside a straight side, from outside
     */
    private record Corner(int size, int[] outer, int[] edge, int[] straight) {}

    private final Map<Long, Corner> corners = new HashMap<>();
    private Corner last;
    private long lastKey;

    /**
     * Draws one.
     *
     * @param radius of its outline
     * @param fill ARGB; 0 for none
     * @param weight how wide its edge is, within the outline
     * @param line the edge's colour
     */
    public void draw(Raster raster, int x0, int y0, int x1, int y1, double radius, int fill, double weight, int line) {
        boolean far = Math.min(x0, y0) < -FARTHEST || Math.max(x1, y1) > FARTHEST;
        if (far || x0 >= x1 || y0 >= y1 || !raster.sees(x0, y0, x1, y1)) {
            return;
        }
        double most = Math.min(x1 - x0, y1 - y0) / 2.0;
        Corner corner = corner(Math.min(radius, most), Math.min(weight, most));
        int inner = Blend.premultiplied(fill);
        int outer = Blend.premultiplied(line);
        int last = Math.min(y1, raster.bottom());
        for (int y = Math.max(y0, raster.top()); y < last; y++) {
            row(raster, y, x0, x1, Math.min(y - y0, y1 - 1 - y), corner, inner, outer);
        }
    }

    /** A row that is so far from the nearer of the upper and the lower side. */
    private static void row(Raster raster, int y, int x0, int x1, int depth, Corner corner, int fill, int line) {
        int size = Math.min(corner.size, (x1 - x0 + 1) / 2);
        int from = Math.max(x0 + size, raster.left());
        int to = Math.min(x1 - size, raster.right());
        for (int i = 0; i < size; i++) {
            int outside = depth < corner.size ? corner.outer[depth * corner.size + i] : Blend.FULL;
            int edge = depth < corner.size
                    ? corner.edge[depth * corner.size + i]
                    : i < corner.straight.length ? corner.straight[i] : 0;
            spot(raster, x0 + i, y, fill, outside - edge, line, edge);
            if (x1 - 1 - i != x0 + i) {
                spot(raster, x1 - 1 - i, y, fill, outside - edge, line, edge);
            }
        }
        int edge = depth < corner.straight.length ? corner.straight[depth] : 0;
        if (edge == 0 || edge == Blend.FULL) {
            if (edge == Blend.FULL || fill != 0) {
                raster.run(y, from, to, edge == 0 ? fill : line, Blend.FULL);
            }
            return;
        }
        for (int x = from; x < to; x++) {
            spot(raster, x, y, fill, Blend.FULL - edge, line, edge);
        }
    }

    private static void spot(Raster raster, int x, int y, int fill, int filled, int line, int edged) {
        if (x >= raster.left() && x < raster.right()) {
            int i = raster.index(x, y);
            int[] pixels = raster.pixels();
            pixels[i] = Blend.over(pixels[i], fill, fill == 0 ? 0 : filled, line, edged);
        }
    }

    private Corner corner(double radius, double weight) {
        long r = Math.round(radius * STEP);
        long w = Math.round(weight * STEP);
        long key = r << 32 | w;
        if (last == null || key != lastKey) {
            int size = (int) Math.max(1, Math.ceil(Math.max(r, w) / STEP));
            last = corners.computeIfAbsent(key, k -> corner(r / STEP, w / STEP, size));
            lastKey = key;
        }
        return last;
    }

    private static Corner corner(double radius, double weight, int size) {
        int[] outer = new int[size * size];
        int[] edge = new int[size * size];
        int each = Blend.FULL / (SAMPLES * SAMPLES);
        for (int i = 0; i < size * size * SAMPLES * SAMPLES; i++) {
            int column = i % (size * SAMPLES);
            int row = i / (size * SAMPLES);
            double x = (column + 0.5) / SAMPLES;
            double y = (row + 0.5) / SAMPLES;
            int at = row / SAMPLES * size + column / SAMPLES;
            if (within(x, y, radius)) {
                outer[at] += each;
                if (!within(x - weight, y - weight, Math.max(0, radius - weight))) {
                    edge[at] += each;
                }
            }
        }
        int[] straight = new int[(int) Math.ceil(weight)];
        for (int i = 0; i < straight.length; i++) {
            straight[i] = (int) (Math.min(1, weight - i) * Blend.FULL + 0.5);
        }
        return new Corner(size, outer, edge, straight);
    }

    private static boolean within(double x, double y, double radius) {
        if (x < 0 || y < 0) {
            return false;
        }
        return x >= radius || y >= radius || Math.hypot(radius - x, radius - y) <= radius;
    }
}
