package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where one list of shapes looks different from the one before it: so that a beat repaints a heartbeat, not the map. */
public final class Patches {

    /** More boxes than this, and painting everything is as quick. */
    public static final int MOST = 64;

    private static final double EDGE = 4;
    private static final double LETTERS = 12;

    private Patches() {}

    /**
     * Boxes that hold every difference, or empty when there are so many, or of such a kind, that painting everything is
     * as quick.
     *
     * @param zoom pixels a map unit: small words are drawn larger than they are placed
     */
    public static Optional<List<Box>> between(List<Shape> old, List<Shape> now, double zoom) {
        if (old.size() != now.size()) {
            return Optional.empty();
        }
        List<Box> patches = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            Shape one = old.get(i);
            Shape other = now.get(i);
            if (one != other && !one.equals(other)) {
                add(patches, reach(one, zoom).with(reach(other, zoom)));
                if (patches.size() > MOST) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(patches);
    }

    /** Two that overlap become one, so that nothing is painted twice. */
    public static void add(List<Box> patches, Box patch) {
        Box grown = patch;
        for (int i = 0; i < patches.size(); ) {
            if (patches.get(i).overlaps(grown)) {
                grown = grown.with(patches.remove(i));
                i = 0;
            } else {
                i++;
            }
        }
        patches.add(grown);
    }

    /** Everything that a shape may cover when it is painted. */
    public static Box reach(Shape shape, double zoom) {
        if (shape instanceof Shape.Label label) {
            double size = Math.max(label.size(), LETTERS / zoom);
            double left = switch (label.align()) {
                case START -> label.x();
                case MIDDLE -> label.x() - label.room() / 2;
                case END -> label.x() - label.room();
            };
            return new Box(left, label.y() - size * 1.2, label.room(), size * 1.8).grown(EDGE * Math.max(1, 1 / zoom));
        }
        return shape.bounds().grown(EDGE * Math.max(1, 1 / zoom));
    }
}
