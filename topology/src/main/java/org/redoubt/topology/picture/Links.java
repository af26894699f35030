package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Side;

/**
 * Lines between elements, as flat arrays: a hundred thousand of them are a few megabytes and are gone through in less
 * than a millisecond. A line is drawn straight, or as a curve that leaves and arrives upright.
 */
public final class Links {

    /** No lines. */
    public static final Links NONE = new Draft().finished();

    private static final Tone[] TONES = Tone.values();
    private static final Layer[] LAYERS = Layer.values();
    private static final Stroke[] STROKES = Stroke.values();
    private static final Side[] SIDES = Side.values();
    private static final byte NO_SIDE = -1;

    private final ElementId[] from;
    private final ElementId[] to;
    private final float[] ends;
    private final byte[] kinds;
    private final int[] weights;

    private Links(ElementId[] from, ElementId[] to, float[] ends, byte[] kinds, int[] weights) {
        this.from = from;
        this.to = to;
        this.ends = ends;
        this.kinds = kinds;
        this.weights = weights;
    }

    public int count() {
        return weights.length;
    }

    /** What it starts from: a port, a supply, a VM. Of a bundle, one of those. */
    public ElementId from(int link) {
        return from[link];
    }

    /** What it leads to: a switch, an array, a feed. Of a bundle, one of those. */
    public ElementId to(int link) {
        return to[link];
    }

    public float x1(int link) {
        return ends[4 * link];
    }

    public float y1(int link) {
        return ends[4 * link + 1];
    }

    public float x2(int link) {
        return ends[4 * link + 2];
    }

    public float y2(int link) {
        return ends[4 * link + 3];
    }

    public Layer layer(int link) {
        return LAYERS[kinds[4 * link]];
    }

    public Tone tone(int link) {
        return TONES[kinds[4 * link + 1]];
    }

    public Stroke stroke(int link) {
        return STROKES[kinds[4 * link + 2]];
    }

    public Optional<Side> side(int link) {
        int side = kinds[4 * link + 3];
        return side == NO_SIDE ? Optional.empty() : Optional.of(SIDES[side]);
    }

    /** How many lines it stands for. */
    public int weight(int link) {
        return weights[link];
    }

    /** The lines of which a part lies in {@code view}, ascending. */
    public int[] within(Box view) {
        float left = (float) view.x();
        float top = (float) view.y();
        float right = (float) view.right();
        float bottom = (float) view.bottom();
        int[] found = new int[64];
        int count = 0;
        for (int i = 0; i < weights.length; i++) {
            if (crosses(4 * i, left, top, right, bottom)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean crosses(int at, float left, float top, float right, float bottom) {
        float x1 = ends[at];
        float y1 = ends[at + 1];
        float x2 = ends[at + 2];
        float y2 = ends[at + 3];
        if (Math.max(x1, x2) < left
                || Math.min(x1, x2) > right
                || Math.max(y1, y2) < top
                || Math.min(y1, y2) > bottom) {
            return false;
        }
        boolean inside = x1 >= left && x1 <= right && y1 >= top && y1 <= bottom
                || x2 >= left && x2 <= right && y2 >= top && y2 <= bottom;
        if (inside) {
            return true;
        }
        // All four corners on one side of the line: it passes by.
        double dx = (double) x2 - x1;
        double dy = (double) y2 - y1;
        double a = dx * (top - y1) - dy * (left - x1);
        double b = dx * (top - y1) - dy * (right - x1);
        double c = dx * (bottom - y1) - dy * (left - x1);
        double d = dx * (bottom - y1) - dy * (right - x1);
        return !(a > 0 && b > 0 && c > 0 && d > 0 || a < 0 && b < 0 && c < 0 && d < 0);
    }

    /**
     * One heavier line for all that lead from one square of a grid to another, side by side and layer by layer. What is
     * abnormal is bundled with its like alone, and comes last, so that it is drawn above.
     */
    public Links bundled(double square) {
        return new Bundling(this, square).bundled();
    }

    /** The same, but for the lines from each of these places on: there are as many others. */
    public Links with(Map<Integer, Links> others) {
        ElementId[] starts = from.clone();
        ElementId[] stops = to.clone();
        float[] places = ends.clone();
        byte[] looks = kinds.clone();
        others.forEach((at, lines) -> {
            System.arraycopy(lines.from, 0, starts, at, lines.count());
            System.arraycopy(lines.to, 0, stops, at, lines.count());
            System.arraycopy(lines.ends, 0, places, 4 * at, 4 * lines.count());
            System.arraycopy(lines.kinds, 0, looks, 4 * at, 4 * lines.count());
        });
        return new Links(starts, stops, places, looks, weights);
    }

    /** The squares that a line leads between, and what it may be bundled with, in one number. */
    long key(int link, double square) {
        long one = square(ends[4 * link], ends[4 * link + 1], square);
        long other = square(ends[4 * link + 2], ends[4 * link + 3], square);
        Tone tone = tone(link);
        int alike = ((kinds[4 * link] * 4 + kinds[4 * link + 3] + 1) * STROKES.length + kinds[4 * link + 2])
                        * (TONES.length + 1)
                + (tone.abnormal() ? tone.ordinal() + 1 : 0);
        return mixed(mixed(mixed(Math.min(one, other)) + Math.max(one, other)) + alike);
    }

    /** Every number to another one, far from those of its neighbours. */
    private static long mixed(long number) {
        long half = (number ^ number >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        long whole = (half ^ half >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return whole ^ whole >>> 33;
    }

    private static long square(float x, float y, double square) {
        return ((long) Math.floor(x / square) << 24) ^ ((long) Math.floor(y / square) & 0xFF_FFFF);
    }

    /** Lines that are being gathered. */
    public static final class Draft {

        private final List<ElementId> from = new ArrayList<>();
        private final List<ElementId> to = new ArrayList<>();
        private float[] ends = new float[256];
        private byte[] kinds = new byte[256];
        private int[] weights = new int[64];

        /** Nothing gathered yet. */
        public Draft() {}

        /**
         * Adds a line.
         *
         * @param side null where it is on none
         */
        public void add(
                ElementId start,
                ElementId end,
                Layer layer,
                Tone tone,
                Stroke stroke,
                Side side,
                double x1,
                double y1,
                double x2,
                double y2) {
            int at = from.size();
            if (at == weights.length) {
                ends = Arrays.copyOf(ends, 8 * at);
                kinds = Arrays.copyOf(kinds, 8 * at);
                weights = Arrays.copyOf(weights, 2 * at);
            }
            from.add(start);
            to.add(end);
            ends[4 * at] = (float) x1;
            ends[4 * at + 1] = (float) y1;
            ends[4 * at + 2] = (float) x2;
            ends[4 * at + 3] = (float) y2;
            kinds[4 * at] = (byte) layer.ordinal();
            kinds[4 * at + 1] = (byte) tone.ordinal();
            kinds[4 * at + 2] = (byte) stroke.ordinal();
            kinds[4 * at + 3] = side == null ? NO_SIDE : (byte) side.ordinal();
            weights[at] = 1;
        }

        void add(Shape.Wire wire) {
            List<Double> points = wire.points();
            int last = points.size() - 2;
            Side side = wire.tone() == Tone.SIDE_A ? Side.A : wire.tone() == Tone.SIDE_B ? Side.B : null;
            add(
                    wire.id(),
                    wire.to(),
                    wire.layer(),
                    wire.tone(),
                    wire.stroke(),
                    side,
                    points.get(0),
                    points.get(1),
                    points.get(last),
                    points.get(last + 1));
        }

        /** As many lines as these, bundled: the first of each bundle, its ends in the middle of all its members'. */
        void add(Links all, int first, double[] sums, int at, int weight) {
            int place = from.size();
            add(
                    all.from[first],
                    all.to[first],
                    all.layer(first),
                    all.tone(first),
                    all.stroke(first),
                    all.side(first).orElse(null),
                    sums[at] / weight,
                    sums[at + 1] / weight,
                    sums[at + 2] / weight,
                    sums[at + 3] / weight);
            weights[place] = weight;
        }

        public int count() {
            return from.size();
        }

        public Links finished() {
            int count = from.size();
            return new Links(
                    from.toArray(ElementId[]::new),
                    to.toArray(ElementId[]::new),
                    Arrays.copyOf(ends, 4 * count),
                    Arrays.copyOf(kinds, 4 * count),
                    Arrays.copyOf(weights, count));
        }
    }
}
