package org.redoubt.topology.picture;

import static org.redoubt.topology.model.Attributes.FED_BY;
import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Side;

/** Draws what reaches a host from its sides: power, a plug a side at the card's edges. */
final class Sides {

    private static final double PLUG_WIDTH = 16;
    private static final double PLUG_HEIGHT = 24;

    private final Picture.Sketch sketch;
    private final Census census;

    Sides(Picture.Sketch sketch, Census census) {
        this.sketch = sketch;
        this.census = census;
    }

    void draw(Element.Host host, Box card) {
        int[] count = new int[2];
        for (Element supply : supplies(host)) {
            Optional<Element> feed = supply.refs(FED_BY).stream()
                    .flatMap(id -> census.site().find(id).stream())
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
        List<Element> supplies = census.parts(ElementKind.POWER_SUPPLY, host.id());
        if (!supplies.isEmpty()) {
            return supplies;
        }
        List<Element> feeds = new ArrayList<>();
        for (ElementId id : host.refs(FED_BY)) {
            census.site().find(id).ifPresent(feeds::add);
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
        Tone tone = trouble.abnormal()
                ? trouble
                : side.map(of -> of == Side.A ? Tone.SIDE_A : Tone.SIDE_B).orElse(Tone.NORMAL);
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
}
