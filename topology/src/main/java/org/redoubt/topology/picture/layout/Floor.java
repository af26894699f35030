package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Options;

/**
 * Where the hosts' cards stand: groups side by side, in as many rows and as large as the window shows them best. It
 * depends on who is there, and on how many VMs there are in all; not on where they run, so nothing shifts when one
 * moves.
 */
final class Floor {

    /** Between the cards of several rows: lines to the rows behind pass there. */
    static final double GUTTER = 32;

    private static final double SINGLE_GAP = 16;
    private static final double GROUP_GAP = 28;
    private static final double MARGIN = 40;
    private static final double NARROWEST = 112;
    private static final double WIDEST = 176;
    private static final double LOWEST = 168;
    private static final double HIGHEST = 432;
    private static final double USUAL_HEIGHT = 264;
    private static final double GOOD_WORDS = 96;
    /** How wide a card becomes, where there is room, for more VMs than chips can be. */
    private static final double CROWDED_WIDTH = 288;
    /** Lines to a row behind another are harder to follow. */
    private static final double ROW_PRICE = 0.97;

    private static final double[] SCALES = {1, 0.95, 0.9, 0.85, 0.8, 0.72, 0.65, 0.58, 0.5};

    /** A host and its card. */
    record Slot(Element.Host host, int row, int column, Box box) {}

    /** A group, or the part of it that stands in one row. */
    record Stretch(Optional<ElementId> id, String caption, Box box) {}

    /** What a floor is tried with. */
    private record Sizes(int columns, double cardWidth, double cardHeight, Measures measures) {}

    final List<Slot> slots = new ArrayList<>();
    final List<Stretch> stretches = new ArrayList<>();
    final Map<ElementId, Slot> byHost = new HashMap<>();
    final int rows;
    final double width;
    final double cardHeight;
    final Measures measures;
    private final double cardWidth;

    private Floor(List<List<Run>> flow, Sizes sizes) {
        this.measures = sizes.measures();
        this.cardHeight = sizes.cardHeight();
        this.cardWidth = sizes.cardWidth();
        this.rows = flow.size();
        double widest = 0;
        for (int row = 0; row < rows; row++) {
            widest = Math.max(widest, stand(flow.get(row), row));
        }
        this.width = widest;
    }

    /** The arrangement that is seen best through a window: large, with readable names, and room for every VM. */
    static Floor best(List<Census.Group> groups, int vms, Options options, Measures.Rows kinds) {
        int hosts = groups.stream().mapToInt(group -> group.hosts().size()).sum();
        int crowd = Math.max(3, (int) Math.ceil(1.5 * vms / Math.max(1, hosts)));
        List<List<Run>> bestFlow = null;
        Sizes bestSizes = null;
        double best = 0;
        int rowsBefore = 0;
        for (int columns = hosts; columns >= 1; columns--) {
            List<List<Run>> flow = flow(groups, columns);
            if (flow.size() == rowsBefore) {
                continue;
            }
            rowsBefore = flow.size();
            for (double scale : SCALES) {
                Sizes sizes = sizes(flow, scale, crowd, options, kinds);
                double value = value(flow, sizes, crowd, options);
                // In a window too small for any name every value is 0 or less: then the first will do.
                if (bestFlow == null || value > best * 1.001) {
                    best = value;
                    bestFlow = flow;
                    bestSizes = sizes;
                }
            }
        }
        return new Floor(bestFlow, bestSizes);
    }

    private static Sizes sizes(List<List<Run>> flow, double scale, int crowd, Options options, Measures.Rows kinds) {
        int rows = flow.size();
        int columns = 0;
        int gaps = 0;
        for (List<Run> row : flow) {
            columns = Math.max(columns, row.stream().mapToInt(Run::size).sum());
            gaps = Math.max(gaps, row.size() - 1);
        }
        double across = options.width() / scale - MARGIN - (rows > 1 ? 0 : gaps * GROUP_GAP);
        double gap = rows > 1 ? GUTTER : SINGLE_GAP;
        double cardWidth = Math.clamp(
                Math.floor((across + gap) / columns - gap),
                NARROWEST,
                crowd > ChipColumn.MOST_CHIPS ? CROWDED_WIDTH : WIDEST);
        double down = options.height() / scale - MARGIN;
        double room = down - Measures.of(kinds, 0).overhead(rows);
        double wanted = Math.clamp(HostCards.heightFor(crowd), USUAL_HEIGHT, HIGHEST);
        double cardHeight = Math.clamp(Math.floor(room / rows), LOWEST, wanted);
        double spare = room - rows * cardHeight;
        double easy =
                Measures.of(kinds, 1).overhead(rows) - Measures.of(kinds, 0).overhead(rows);
        Measures measures = Measures.of(kinds, Math.clamp(spare / Math.max(1, easy), 0.0, 1.0));
        return new Sizes(columns, cardWidth, cardHeight, measures);
    }

    /** How well a window shows it: its scale, times how much of a usual name and of a crowd of VMs a card shows. */
    private static double value(List<List<Run>> flow, Sizes sizes, int crowd, Options options) {
        int rows = flow.size();
        double gap = rows > 1 ? GUTTER : SINGLE_GAP;
        double width = sizes.columns() * (sizes.cardWidth() + gap)
                + (rows > 1 ? 0 : (flow.getFirst().size() - 1) * GROUP_GAP);
        double height = rows * sizes.cardHeight() + sizes.measures().overhead(rows);
        double scale =
                Math.min(1, Math.min(options.width() / (width + MARGIN - gap), options.height() / (height + MARGIN)));
        double words = Math.clamp((sizes.cardWidth() * scale - 44) / GOOD_WORDS, 0.05, 1);
        double chips = crowd > ChipColumn.MOST_CHIPS
                ? Math.min(1, sizes.cardHeight() / USUAL_HEIGHT)
                : Math.clamp((double) HostCards.chipsIn(sizes.cardHeight()) / crowd, 0.05, 1);
        return scale * words * chips * Math.pow(ROW_PRICE, rows - 1);
    }

    double top() {
        return measures.above();
    }

    double bottom() {
        return rowTop(rows - 1) + cardHeight;
    }

    double rowTop(int row) {
        return top() + row * (cardHeight + measures.rowGap());
    }

    private record Run(Census.Group group, int from, int to) {
        int size() {
            return to - from;
        }
    }

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
            if (column > 0 && rows == 1) {
                x += GROUP_GAP;
            }
            double left = x;
            for (Element.Host host : run.group().hosts().subList(run.from(), run.to())) {
                Slot slot = new Slot(host, row, column++, new Box(x, y, cardWidth, cardHeight));
                slots.add(slot);
                byHost.put(host.id(), slot);
                x += cardWidth + (rows > 1 ? GUTTER : SINGLE_GAP);
            }
            double right = slots.getLast().box().right();
            stretches.add(
                    new Stretch(run.group().id(), run.group().caption(), new Box(left, y, right - left, cardHeight)));
        }
        return slots.getLast().box().right();
    }
}
