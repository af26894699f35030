package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Glyph;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Sketch;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;

/**
 * Draws what reaches a host from its sides: power, a plug a side at the card's edges and the feeds below; the rings of
 * its cluster, from card to card; and the devices that could fence it.
 */
final class Sides {

    private static final double PLUG_WIDTH = 16;
    private static final double PLUG_HEIGHT = 24;
    private static final double FEED_WIDTH = 96;
    private static final double FEED_HEIGHT = 28;
    private static final int MOST_RINGS = 2;
    /** On a side; what has more is told in the inspector. */
    private static final int MOST_FEEDS = 2;

    private final Sketch sketch;
    private final Register register;

    Sides(Sketch sketch, Register register) {
        this.sketch = sketch;
        this.register = register;
    }

    /** Draws the rings; before the cards, behind which they pass. */
    void rings(Floor floor) {
        Floor.Slot before = null;
        for (Floor.Slot slot : floor.slots) {
            List<Element> links = register.rings(slot.host().id());
            boolean together = before != null && before.row() == slot.row() && sameRings(before, slot);
            for (int i = 0; i < Math.min(MOST_RINGS, links.size()); i++) {
                double y = ringY(slot.box(), i);
                if (together) {
                    double from = before.box().centreX();
                    double to = slot.box().centreX();
                    double middle = (from + to) / 2;
                    sketch.add(new Shape.Wire(
                            links.get(i).id(),
                            ringOf(links.get(i)),
                            Layer.RINGS,
                            List.of(from, y, middle, y, middle, y, to, y),
                            Tone.NORMAL,
                            i == 0 ? Stroke.SOLID : Stroke.DASHED,
                            1.6));
                }
            }
            before = slot;
        }
    }

    private boolean sameRings(Floor.Slot one, Floor.Slot other) {
        List<Element> links = register.rings(one.host().id());
        List<Element> others = register.rings(other.host().id());
        return !links.isEmpty() && !others.isEmpty() && ringOf(links.getFirst()).equals(ringOf(others.getFirst()));
    }

    static ElementId ringOf(Element link) {
        return link.value(PART_OF).orElse(link.id());
    }

    private static double ringY(Box card, int ring) {
        return card.y() + card.height() * 0.62 + 14.0 * ring;
    }

    /** Draws a host's plugs, the ends of its ring links, and its fence devices; after its card. */
    void draw(Element.Host host, Box card) {
        power(host, card);
        List<Element> links = register.rings(host.id());
        for (int i = 0; i < Math.min(MOST_RINGS, links.size()); i++) {
            ringEnd(links.get(i), card.x(), ringY(card, i), i == 0);
            ringEnd(links.get(i), card.right(), ringY(card, i), i == 0);
        }
        List<Element> fences = new ArrayList<>(register.parts(ElementKind.BMC, host.id()));
        fences.addAll(register.parts(ElementKind.FENCE_DEVICE, host.id()));
        for (int i = 0; i < fences.size(); i++) {
            fence(fences.get(i), card, i);
        }
    }

    private void ringEnd(Element link, double x, double y, boolean first) {
        Tone trouble = Equipment.trouble(link);
        Glyph glyph = trouble == Tone.CRITICAL
                ? Glyph.CROSS
                : trouble == Tone.WARNING ? Glyph.TRIANGLE : first ? Glyph.DOT : Glyph.HOLLOW;
        sketch.add(new Shape.Mark(link.id(), Layer.RINGS, glyph, x, y, 4.5, trouble));
        sketch.place(link.id(), Layer.RINGS, new Box(x - 6, y - 6, 12, 12));
    }

    private void fence(Element device, Box card, int nth) {
        double width = Math.min(44, card.width() / 3);
        Box box = new Box(card.right() - 8 - (nth + 1) * (width + 4), card.bottom() - 28, width, 16);
        Tone trouble = Equipment.trouble(device);
        Tone tone = trouble.abnormal() ? trouble : Tone.LINE;
        sketch.card(device.id(), Layer.FENCE, box, Surface.PORT, tone, trouble.abnormal() ? 1.8 : 1);
        sketch.add(new Shape.Label(
                device.id(),
                Layer.FENCE,
                box.centreX(),
                box.y() + 12.5,
                width - 2,
                device.kind() == ElementKind.BMC ? "bmc" : "fence",
                12,
                false,
                Shape.Align.MIDDLE,
                trouble.abnormal() ? trouble : Tone.DIM,
                Glyph.NONE));
    }

    private void power(Element.Host host, Box card) {
        int[] count = new int[2];
        for (Element supply : supplies(host)) {
            Optional<Element> feed = supply.refs(FED_BY).stream()
                    .flatMap(id -> register.site().find(id).stream())
                    .findFirst();
            if (supply.kind() == ElementKind.POWER_FEED) {
                feed = Optional.of(supply);
            }
            Optional<Element> source = feed;
            Optional<Side> side = supply.value(SIDE).or(() -> source.flatMap(from -> from.value(SIDE)));
            boolean right = side.map(Side.B::equals).orElse(count[0] > count[1]);
            plug(card, supply, source, side, right, count[right ? 1 : 0]++);
        }
    }

    /** A host's supplies, or the feeds it is fed by where no supply is known. */
    private List<Element> supplies(Element.Host host) {
        List<Element> supplies = register.parts(ElementKind.POWER_SUPPLY, host.id());
        if (!supplies.isEmpty()) {
            return supplies;
        }
        List<Element> feeds = new ArrayList<>();
        for (ElementId id : host.refs(FED_BY)) {
            register.site().find(id).ifPresent(feeds::add);
        }
        return feeds;
    }

    private void plug(Box card, Element supply, Optional<Element> feed, Optional<Side> side, boolean right, int nth) {
        double x = (right ? card.right() : card.x()) - PLUG_WIDTH / 2;
        Box box = new Box(
                x, card.y() + Math.min(96, card.height() * 0.4) + nth * (PLUG_HEIGHT + 8), PLUG_WIDTH, PLUG_HEIGHT);
        Tone trouble = Equipment.trouble(supply);
        if (!trouble.abnormal() && feed.isPresent()) {
            trouble = Equipment.trouble(feed.get());
        }
        Tone tone = trouble.abnormal() ? trouble : sideTone(side);
        sketch.card(supply.id(), Layer.POWER, box, Surface.PLUG, tone, trouble.abnormal() ? 1.8 : 1);
        if (trouble == Tone.CRITICAL) {
            sketch.add(new Shape.Mark(
                    supply.id(), Layer.POWER, Glyph.CROSS, box.centreX(), box.centreY(), 5, Tone.CRITICAL));
            return;
        }
        sketch.add(new Shape.Label(
                supply.id(),
                Layer.POWER,
                box.centreX(),
                box.centreY() + 4.5,
                PLUG_WIDTH,
                side.map(Side::name).orElse("P"),
                12,
                true,
                Shape.Align.MIDDLE,
                tone,
                Glyph.NONE));
    }

    private static Tone sideTone(Optional<Side> side) {
        return side.map(of -> of == Side.A ? Tone.SIDE_A : Tone.SIDE_B).orElse(Tone.NORMAL);
    }

    /** Draws the feeds in the corners below the hosts, or beside them where something stands there. */
    void feeds(Floor floor, Collection<Box> occupied) {
        List<Element> feeds = register.site()
                .all(ElementKind.POWER_FEED)
                .sorted(NaturalOrder.OF_ELEMENTS)
                .toList();
        double y = floor.bottom() + (occupied.isEmpty() ? 40 : floor.measures.storageRoom());
        int[] count = new int[2];
        for (Element feed : feeds) {
            boolean right = feed.value(SIDE).filter(Side.B::equals).isPresent();
            int nth = count[right ? 1 : 0]++;
            if (nth < MOST_FEEDS) {
                Box corner = new Box(
                        right ? floor.width - FEED_WIDTH : 0, y + nth * (FEED_HEIGHT + 8), FEED_WIDTH, FEED_HEIGHT);
                Box around = corner.grown(8);
                boolean free = occupied.stream().noneMatch(around::overlaps);
                double aside = FEED_WIDTH + Floor.GUTTER;
                feed(feed, free ? corner : corner.moved(right ? aside : -aside, 0));
            }
        }
    }

    private void feed(Element feed, Box box) {
        Tone trouble = Equipment.trouble(feed);
        Tone tone = trouble.abnormal() ? trouble : sideTone(feed.value(SIDE));
        sketch.card(feed.id(), Layer.POWER, box, Surface.CARD, tone, trouble.abnormal() ? 2 : 1.2);
        sketch.add(new Shape.Label(
                feed.id(),
                Layer.POWER,
                box.centreX(),
                box.centreY() + 4.5,
                box.width() - 16,
                feed.name(),
                12,
                true,
                Shape.Align.MIDDLE,
                trouble.abnormal() ? trouble : Tone.DIM,
                trouble == Tone.CRITICAL ? Glyph.CROSS : trouble == Tone.WARNING ? Glyph.TRIANGLE : Glyph.NONE));
    }
}
