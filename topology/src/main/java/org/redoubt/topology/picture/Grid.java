package org.redoubt.topology.picture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Boxes by place: a coarse raster of squares, each with the boxes that touch it. Built in O(n); a query takes time in
 * the squares and boxes it touches.
 */
public final class Grid {

    private static final int MOST_SQUARES = 128;
    private static final double SMALLEST_SQUARE = 64;

    private final Box[] boxes;
    private final double left;
    private final double top;
    private final double side;
    private final int columns;
    private final int rows;
    private final int[] starts;
    private final int[] members;

    /** Of these boxes, which are known by their places in the list. */
    public Grid(List<Box> all) {
        boxes = all.toArray(Box[]::new);
        Box around = boxes.length == 0 ? new Box(0, 0, 0, 0) : boxes[0];
        for (Box box : boxes) {
            around = around.with(box);
        }
        left = around.x();
        top = around.y();
        side = Math.max(SMALLEST_SQUARE, Math.max(around.width(), around.height()) / MOST_SQUARES);
        columns = 1 + (int) (around.width() / side);
        rows = 1 + (int) (around.height() / side);
        int[] counts = new int[columns * rows + 1];
        for (Box box : boxes) {
            each(box, square -> counts[square + 1]++);
        }
        Arrays.parallelPrefix(counts, Integer::sum);
        starts = counts.clone();
        members = new int[counts[counts.length - 1]];
        for (int i = 0; i < boxes.length; i++) {
            int member = i;
            each(boxes[i], square -> members[counts[square]++] = member);
        }
    }

    /** The indices of the boxes that touch {@code view}, ascending. */
    public int[] within(Box view) {
        BitSet found = new BitSet(boxes.length);
        each(view, square -> {
            for (int i = starts[square]; i < starts[square + 1]; i++) {
                if (touch(boxes[members[i]], view)) {
                    found.set(members[i]);
                }
            }
        });
        return found.stream().toArray();
    }

    private static boolean touch(Box one, Box other) {
        return one.x() <= other.right()
                && other.x() <= one.right()
                && one.y() <= other.bottom()
                && other.y() <= one.bottom();
    }

    private interface Visitor {
        void square(int index);
    }

    private void each(Box box, Visitor visitor) {
        int firstColumn = column(box.x());
        int lastColumn = column(box.right());
        int lastRow = row(box.bottom());
        for (int row = row(box.y()); row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                visitor.square(row * columns + column);
            }
        }
    }

    private int column(double x) {
        return Math.clamp((long) Math.floor((x - left) / side), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((long) Math.floor((y - top) / side), 0, rows - 1);
    }
}
