package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.picture.Shape;
import org.redoubt.views.raster.Area;

/** Which pixels look different from before: those that shapes reach that came, went or changed. */
final class Changed {

    /** With more places than this, or with more shapes to be matched, painting everything is as quick. */
    private static final int MOST = 1000;

    private final MapPainter painter;
    private final Area window;
    private final List<Area> places = new ArrayList<>();

    private Changed(MapPainter painter, Area window) {
        this.painter = painter;
        this.window = window;
    }

    /** The places within {@code window}, none overlapping another; empty when that is not worth while. */
    static Optional<List<Area>> between(List<Shape> before, List<Shape> after, MapPainter painter, Area window) {
        Changed changed = new Changed(painter, window);
        boolean found =
                before.size() == after.size() ? changed.oneByOne(before, after) : changed.matched(before, after);
        return found ? Optional.of(changed.places) : Optional.empty();
    }

    private boolean oneByOne(List<Shape> before, List<Shape> after) {
        for (int i = 0; i < after.size() && places.size() <= MOST; i++) {
            Shape one = before.get(i);
            Shape other = after.get(i);
            if (one != other && !one.equals(other)) {
                add(painter.reach(one));
                add(painter.reach(other));
            }
        }
        return places.size() <= MOST;
    }

    /** What begins or ends both lists is the same; in between, what only one of them has came or went. */
    private boolean matched(List<Shape> before, List<Shape> after) {
        int least = Math.min(before.size(), after.size());
        int first = 0;
        while (first < least && before.get(first).equals(after.get(first))) {
            first++;
        }
        int last = 0;
        while (last < least - first
                && before.get(before.size() - 1 - last).equals(after.get(after.size() - 1 - last))) {
            last++;
        }
        List<Shape> old = before.subList(first, before.size() - last);
        List<Shape> now = after.subList(first, after.size() - last);
        if (old.size() + now.size() > 4 * MOST) {
            return false;
        }
        addThoseNotIn(new HashSet<>(now), old);
        addThoseNotIn(new HashSet<>(old), now);
        return places.size() <= MOST;
    }

    private void addThoseNotIn(Set<Shape> known, List<Shape> shapes) {
        for (Shape shape : shapes) {
            if (!known.contains(shape)) {
                add(painter.reach(shape));
            }
        }
    }

    /** Two that touch become one, so that nothing is painted twice. */
    private void add(Area place) {
        Area grown = place.and(window);
        if (grown.empty()) {
            return;
        }
        for (int i = 0; i < places.size(); ) {
            if (places.get(i).touches(grown)) {
                grown = grown.with(places.get(i));
                places.set(i, places.getLast());
                places.removeLast();
                i = 0;
            } else {
                i++;
            }
        }
        places.add(grown);
    }
}
