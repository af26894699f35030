package org.redoubt.topology.picture.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/**
 * Draws the hosts' ports on one edge of their cards, and from each a line to the equipment above or below. Lines of the
 * rows that lie farther off go through the gutters between the cards.
 */
final class Leads {

    private static final double PORT_HEIGHT = 16;
    private static final int MOST_PORTS = 4;
    private static final double NARROWEST_WORDS = 20;
    private static final double SPREAD = 20;

    private record End(Cabling.Lead lead, Floor.Slot slot, int index, int of, double x, double y) {}

    private final Sketch sketch;
    private final Floor floor;
    private final Layer layer;
    private final boolean up;
    private final List<End> ends = new ArrayList<>();

    /** @param up whether the equipment stands above the hosts */
    Leads(Sketch sketch, Floor floor, Layer layer, boolean up) {
        this.sketch = sketch;
        this.floor = floor;
        this.layer = layer;
        this.up = up;
    }

    /** Takes a host's leads, as many as can be read; draws nothing yet. */
    void add(Floor.Slot slot, List<Cabling.Lead> leads) {
        addAll(slot, leads.subList(0, Math.min(MOST_PORTS, leads.size())));
    }

    /** Takes all of a host's leads, for their lines; a port too narrow for words has none. Draws nothing yet. */
    void addAll(Floor.Slot slot, List<Cabling.Lead> leads) {
        int shown = leads.size();
        for (int i = 0; i < shown; i++) {
            Box box = port(slot, i, shown, leads.get(i).name());
            ends.add(new End(leads.get(i), slot, i, shown, box.centreX(), up ? box.y() : box.bottom()));
        }
    }

    /** Draws the lines, to equipment at these places; before the cards, which stand above them. */
    void wires(Map<ElementId, Box> equipment) {
        Map<ElementId, List<End>> byFar = new HashMap<>();
        for (End end : ends) {
            end.lead()
                    .far()
                    .filter(equipment::containsKey)
                    .ifPresent(far ->
                            byFar.computeIfAbsent(far, id -> new ArrayList<>()).add(end));
        }
        equipment.forEach((far, box) -> {
            List<End> here = byFar.getOrDefault(far, List.of());
            List<End> sorted = here.stream()
                    .sorted(Comparator.<End>comparingInt(end -> end.slot().column())
                            .thenComparingInt(end -> end.slot().row())
                            .thenComparingInt(End::index))
                    .toList();
            double step = Math.min(SPREAD, (box.width() - 24) / Math.max(1, sorted.size() - 1));
            double x = box.centreX() - step * (sorted.size() - 1) / 2;
            for (End end : sorted) {
                wire(end, far, x, up ? box.bottom() : box.y());
                x += step;
            }
        });
    }

    /** Draws the ports; after the cards, on whose edges they sit. */
    void ports() {
        for (End end : ends) {
            draw(
                    sketch,
                    layer,
                    end.lead(),
                    port(end.slot(), end.index(), end.of(), end.lead().name()));
        }
    }

    /** Draws one port. */
    static void draw(Sketch sketch, Layer layer, Cabling.Lead lead, Box box) {
        Tone tone = tone(lead);
        Tone edge = tone.abnormal() ? tone : Tone.LINE;
        sketch.card(lead.port(), layer, box, Surface.PORT, edge, tone.abnormal() ? 1.8 : 1);
        if (box.width() >= NARROWEST_WORDS) {
            sketch.add(new Shape.Label(
                    lead.port(),
                    layer,
                    box.centreX(),
                    box.y() + 12.5,
                    box.width() - 2,
                    lead.name(),
                    12,
                    false,
                    Shape.Align.MIDDLE,
                    tone.abnormal() ? tone : Tone.DIM,
                    Glyph.NONE));
        }
    }

    /** Says of each broken line what is the matter; last, so that nothing covers it. */
    void words() {
        for (End end : ends) {
            Cabling.Lead lead = end.lead();
            if (lead.condition() != Cabling.Condition.DOWN || lead.words().isEmpty()) {
                continue;
            }
            double y = up ? end.y() - 10 : end.y() + 18;
            Shape.Label label = new Shape.Label(
                    lead.port(),
                    layer,
                    end.x(),
                    y,
                    220,
                    lead.words(),
                    12,
                    true,
                    Shape.Align.MIDDLE,
                    Tone.CRITICAL,
                    Glyph.CROSS);
            sketch.add(label.halo());
            sketch.add(label);
        }
    }

    private Box port(Floor.Slot slot, int index, int of, String name) {
        return port(slot.box(), up, index, of, name);
    }

    /** The place of a port on the upper or lower edge of a card. */
    static Box port(Box card, boolean up, int index, int of, String name) {
        double pitch = (card.width() - 16) / of;
        double width = Math.min(pitch - 4, Math.max(40, Lettering.width(name, 12, false) + 14));
        double middle = card.x() + 8 + pitch * (index + 0.5);
        double y = (up ? card.y() : card.bottom()) - PORT_HEIGHT / 2;
        return new Box(middle - width / 2, y, width, PORT_HEIGHT);
    }

    private void wire(End end, ElementId far, double x, double y) {
        Cabling.Lead lead = end.lead();
        Tone tone = tone(lead);
        Stroke stroke = lead.side().filter(Side.B::equals).isPresent() ? Stroke.DASHED : Stroke.SOLID;
        double weight = tone == Tone.WARNING ? 2.6 : 1.6;
        if (lead.condition() == Cabling.Condition.DOWN) {
            stroke = Stroke.DOTTED;
            weight = 1.8;
        }
        sketch.add(new Shape.Wire(lead.port(), far, layer, path(end, x, y), tone, stroke, weight));
    }

    private List<Double> path(End end, double x, double y) {
        List<Double> points = new ArrayList<>(List.of(x, y));
        int row = end.slot().row();
        boolean direct = up ? row == 0 : row == floor.rows - 1;
        if (!direct) {
            double near = up ? floor.rowTop(0) - 8 : floor.bottom() + 8;
            double gap = floor.measures.rowGap();
            double far = up ? floor.rowTop(row) - gap + 8 : floor.rowTop(row) + floor.cardHeight + gap - 8;
            double gutter = gutter(end);
            curve(points, gutter, near);
            curve(points, gutter, far);
        }
        curve(points, end.x(), end.y());
        return points;
    }

    private double gutter(End end) {
        boolean right = end.lead().side().filter(Side.B::equals).isPresent()
                || end.lead().side().isEmpty() && end.index() % 2 == 1;
        double offset = Floor.GUTTER * 0.34 + 2.5 * (end.slot().row() % 3);
        Box card = end.slot().box();
        return right ? card.right() + offset : card.x() - offset;
    }

    private static void curve(List<Double> points, double x, double y) {
        double fromX = points.get(points.size() - 2);
        double fromY = points.get(points.size() - 1);
        double middle = (fromY + y) / 2;
        points.addAll(List.of(fromX, middle, x, middle, x, y));
    }

    static Tone tone(Cabling.Lead lead) {
        return switch (lead.condition()) {
            case DOWN -> Tone.CRITICAL;
            case LAST, DEGRADED -> Tone.WARNING;
            case UP, UNKNOWN ->
                lead.side()
                        .map(side -> side == Side.A ? Tone.SIDE_A : Tone.SIDE_B)
                        .orElse(Tone.NORMAL);
        };
    }
}
