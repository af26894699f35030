package org.redoubt.topology.picture.layout;

import static org.redoubt.topology.model.Attributes.SIDE;

import java.util.List;
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

/** How switches, arrays and whatever else is not a host look on a large site, with what lies inside them. */
final class EquipmentFace {

    private static final double MARK = 110;
    private static final double PAD = 12;
    private static final double HEAD = 36;
    private static final double NAME_LINE = 26;
    private static final double GAP = 4;
    private static final double CONTROLLER = 28;
    /** A part with words is no narrower. */
    private static final double WORDS = 20;

    private final Contents contents;

    EquipmentFace(Contents contents) {
        this.contents = contents;
    }

    Face face(Unit unit) {
        ElementId id = unit.id();
        Element element = contents.site().find(id).orElse(null);
        if (element == null) {
            return new Face(List.of(), List.of(), List.of(), Long.MAX_VALUE);
        }
        Tone trouble = Equipment.trouble(element);
        boolean amiss = trouble.abnormal();
        Tone side = element.value(SIDE)
                .map(of -> of == Side.A ? Tone.SIDE_A : Tone.SIDE_B)
                .orElse(Tone.LINE);
        Box box = unit.box();
        Shape card = new Shape.Card(
                id, unit.layer(), box, Surface.CARD, amiss ? trouble : side, Stroke.SOLID, amiss ? 2 : 1.2);
        Glyph glyph = trouble == Tone.CRITICAL ? Glyph.CROSS : amiss ? Glyph.TRIANGLE : Glyph.NONE;
        if (unit.role() == Unit.Role.BACKBONE) {
            Tone tone = amiss ? trouble : Tone.DIM;
            return new Face(
                    List.of(card, name(unit, element, false, tone, glyph)),
                    List.of(card, name(unit, element, true, tone, glyph)),
                    List.of(),
                    Long.MAX_VALUE);
        }
        Shape name = new Shape.Label(
                id,
                unit.layer(),
                box.x() + PAD,
                box.y() + NAME_LINE,
                box.width() - 2 * PAD,
                element.name(),
                13,
                true,
                Shape.Align.START,
                amiss ? trouble : Tone.TEXT,
                glyph);
        List<Shape> far = amiss
                ? List.of(card, new Shape.Mark(id, unit.layer(), glyph, box.centreX(), box.centreY(), MARK, trouble))
                : unit.id().kind() == ElementKind.STORAGE_ARRAY ? List.of(card) : List.of();
        // what is the matter is told at every zoom
        return amiss
                ? new Face(far, List.of(card, name), List.of(), Long.MAX_VALUE)
                : new Face(far, List.of(card), List.of(name), Long.MAX_VALUE);
    }

    /** The name of what is told from afar; strong where lesser words are left out. */
    private static Shape name(Unit unit, Element element, boolean strong, Tone tone, Glyph glyph) {
        return new Shape.Label(
                unit.id(),
                unit.layer(),
                unit.box().centreX(),
                unit.box().centreY(),
                unit.box().width() * 0.9,
                element.name(),
                13,
                strong,
                Shape.Align.MIDDLE,
                tone,
                glyph);
    }

    private static Shape caption(Unit unit) {
        return new Shape.Label(
                unit.id(),
                unit.layer(),
                unit.box().x(),
                unit.box().y() + 24,
                unit.box().width(),
                unit.id().key(),
                13,
                true,
                Shape.Align.START,
                Tone.DIM,
                Glyph.NONE);
    }

    Face.Inside inside(Unit unit) {
        Sketch sketch = new Sketch();
        Box box = unit.box();
        Box room = new Box(box.x() + PAD, box.y() + HEAD, box.width() - 2 * PAD, box.height() - HEAD - PAD);
        if (unit.id().equals(Contents.STRAYS)) {
            sketch.host(unit.id());
            List<Census.Tenant> strays = contents.on(unit.id());
            if (!strays.isEmpty()) {
                sketch.add(caption(unit));
                ChipColumn.draw(sketch, unit.id(), strays, room, false);
            }
            return Face.Inside.of(sketch);
        }
        if (unit.role() == Unit.Role.SHELF) {
            sketch.add(caption(unit));
        }
        List<Element> controllers = contents.parts(ElementKind.STORAGE_CONTROLLER, unit.id());
        if (!controllers.isEmpty()) {
            cells(sketch, unit.layer(), controllers, new Box(room.x(), room.y(), room.width(), CONTROLLER));
            double taken = CONTROLLER + 2 * GAP;
            room = new Box(room.x(), room.y() + taken, room.width(), room.height() - taken);
        }
        cells(sketch, unit.layer(), contents.parts(ElementKind.VOLUME, unit.id()), room);
        cells(sketch, unit.layer(), contents.parts(ElementKind.SWITCH_PORT, unit.id()), room);
        return Face.Inside.of(sketch);
    }

    /** Parts in rows, as large as all of them have room. */
    private static void cells(Sketch sketch, Layer layer, List<Element> parts, Box room) {
        if (parts.isEmpty()) {
            return;
        }
        for (int i = 0; i < parts.size(); i++) {
            cell(sketch, layer, parts.get(i), place(i, parts.size(), room));
        }
    }

    /** The place of the nth of so many parts. */
    static Box place(int nth, int of, Box room) {
        int rows = Math.max(1, (int) Math.floor(Math.sqrt(of * room.height() / room.width())));
        int columns = (of + rows - 1) / rows;
        double pitchX = room.width() / columns;
        double pitchY = room.height() / rows;
        double gap = Math.min(GAP, Math.min(pitchX, pitchY) / 4);
        return new Box(
                room.x() + nth % columns * pitchX,
                room.y() + nth / columns * pitchY,
                pitchX - gap,
                Math.min(pitchY - gap, 2 * CONTROLLER));
    }

    private static void cell(Sketch sketch, Layer layer, Element part, Box box) {
        Tone trouble = Equipment.trouble(part);
        Tone edge = trouble.abnormal() ? trouble : Tone.LINE;
        sketch.card(part.id(), layer, box, Surface.INSET, edge, trouble.abnormal() ? 1.8 : 1);
        if (box.width() >= WORDS && box.height() >= 16) {
            sketch.add(new Shape.Label(
                    part.id(),
                    layer,
                    box.centreX(),
                    box.centreY() + 4.5,
                    box.width() - 4,
                    part.name(),
                    12,
                    false,
                    Shape.Align.MIDDLE,
                    trouble.abnormal() ? trouble : Tone.DIM,
                    Glyph.NONE));
        }
    }
}
