package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;

/**
 * Where the hosts' cards stand: groups side by side, in as many rows as fit the window best. It depends on who is
 * there, and on how many VMs there are in all; not on where they run, so nothing shifts when one moves.
 */
final class Floor {

    static final double CARD_WIDTH = 176;
    static final double SINGLE_GAP = 16;
    static final double GUTTER = 32;
    static final double GROUP_GAP = 36;
    /** From the bottom of a row of cards to the top of the next. */
    static final double ROW_GAP = 80;

    private static final double LEAST_HEIGHT = 216;
    private static final double MOST_HEIGHT = 408;
    private static final double QUANTUM = 24;
    private static final double HEADER = 64;
    private static final double FOOTER = 52;
    private static final double TYPICAL_CHIP = 32;
    private static final double ROOM_TO_GROW = 1.35;

    /** A host and its card. */
    record Slot(Element.Host host, int row, int column, Box box) {}

    /** A group, or the part of it that stands in one row. */
    record Stretch(Optional<ElementId> id, String caption, Box box) {}

    final List<Slot> slots = new ArrayList<>();
    final List<Stretch> stretches = new ArrayList<>();
    final Map<ElementId, Slot> byHost = new HashMap<>();
    final int rows;
    final double top;
    final double width;
    final double cardHeight;

    private Floor(List<Census.Group> groups, int columns, double top, double cardHeight) {
        this.top = top;
        this.cardHeight = cardHeight;
        List<List<Run>> flow = flow(groups, columns);
        this.rows = flow.size();
        double widest = 0;
        for (int row = 0; row < rows; row++) {
            widest = Math.max(widest, stand(flow.get(row), row));
        }
        this.width = widest;
    }

    /**
     * The arrangement that is seen largest through a window.
     *
     * @param above the height of what stands above the cards
     * @param below the height of what stands below them
     */
    static Floor best(Census census, int vms, Options options, double above, double below) {
        int hosts =
                census.groups().stream().mapToInt(group -> group.hosts().size()).sum();
        double height = cardHeight(vms, hosts);
        Floor best = null;
        double bestScale = 0;
        int lastRows = -1;
        for (int columns = hosts; columns >= 1; columns--) {
            if ((hosts + columns - 1) / columns == lastRows && columns < hosts / 2) {
                continue;
            }
            Floor floor = new Floor(census.groups(), columns, above, height);
            lastRows = floor.rows;
            double scale = Math.min(
                    1,
                    Math.min(options.width() / (floor.width + 48), options.height() / (floor.bottom() + below + 48)));
            if (scale > bestScale * 1.02) {
                best = floor;
                bestScale = scale;
            }
        }
        return best;
    }

    private static double cardHeight(int vms, int hosts) {
        double needed = HEADER + FOOTER + ROOM_TO_GROW * TYPICAL_CHIP * vms / Math.max(1, hosts);
        return Math.clamp(Math.ceil(needed / QUANTUM) * QUANTUM, LEAST_HEIGHT, MOST_HEIGHT);
    }

    double bottom() {
        return top + rows * cardHeight + (rows - 1) * ROW_GAP;
    }

    double rowTop(int row) {
        return top + row * (cardHeight + ROW_GAP);
    }

    /** Whether cards stand on a raster, with room for lines between them. */
    boolean hasGutters() {
        return rows > 1;
    }

    private record Run(Census.Group group, int from, int to) {}

    /** Groups into rows: one that fits stays whole. */
    private static List<List<Run>> flow(List<Census.Group> groups, int columns) {
        List<List<Run>> rows = new ArrayList<>();
        int free = 0;
        for (Census.Group group : groups) {
            int size = group.hosts().size();
            for (int from = 0; from < size; ) {
                boolean fits = size - from <= free;
                boolean tooLargeForAny = size > columns && free > 1;
                if (free == 0 || from == 0 && !fits && !tooLargeForAny) {
                    rows.add(new ArrayList<>());
                    free = columns;
                }
                int to = Math.min(size, from + free);
                rows.getLast().add(new Run(group, from, to));
                free -= to - from;
                from = to;
            }
        }
        return rows;
    }

    private double stand(List<Run> runs, int row) {
        double x = 0;
        int column = 0;
        double y = rowTop(row);
        for (Run run : runs) {
            if (column > 0 && !hasGutters()) {
                x += GROUP_GAP;
            }
            double left = x;
            for (Element.Host host : run.group().hosts().subList(run.from(), run.to())) {
                Slot slot = new Slot(host, row, column++, new Box(x, y, CARD_WIDTH, cardHeight));
                slots.add(slot);
                byHost.put(host.id(), slot);
                x += CARD_WIDTH + (hasGutters() ? GUTTER : SINGLE_GAP);
            }
            double right = slots.getLast().box().right();
            stretches.add(
                    new Stretch(run.group().id(), run.group().caption(), new Box(left, y, right - left, cardHeight)));
        }
        return slots.getLast().box().right();
    }
}
