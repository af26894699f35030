package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** Draws an {@link Overlay}: shapes that lie over all of the picture's own. */
public final class OverlayShapes {

    private static final int LEAST_LINES = 4;
    private static final double LINE = 16;
    private static final double HEADER = 52;
    /** Narrower than this, pixels, a chip has no room for words. */
    private static final double NARROW = 40;
    /** Narrower than this, pixels, a card answers with a mark alone. */
    private static final double READABLE = 120;

    private final Picture picture;
    private final Overlay overlay;
    private final Site site;
    private final Box view;
    private final double zoom;
    private final double unit;
    private final List<Shape> shapes = new ArrayList<>();

    private OverlayShapes(Picture picture, Overlay overlay, Site site, Box view, double zoom) {
        this.picture = picture;
        this.overlay = overlay;
        this.site = site;
        this.view = view;
        this.zoom = zoom;
        this.unit = Math.max(1, 1 / zoom);
    }

    /**
     * The shapes, in the order in which they are drawn.
     *
     * @param view what is seen of the map
     * @param zoom pixels a map unit; words stay readable at any
     */
    public static List<Shape> of(Picture picture, Overlay overlay, Site site, Box view, double zoom) {
        OverlayShapes drawn = new OverlayShapes(picture, overlay, site, view, zoom);
        overlay.works().forEach(drawn::progress);
        Optional<Overlay.Hover> hover =
                overlay.hovered().filter(on -> overlay.held().isEmpty());
        hover.ifPresent(on -> drawn.ring(on.id(), Tone.DIM, 1, 2));
        overlay.selected().ifPresent(id -> drawn.ring(id, Tone.INTERACTION, 2.4, 3));
        for (ElementId host : picture.hosts()) {
            HostAnswer answer = overlay.answers().get(host);
            if (answer != null && picture.boundsOf(host).filter(view::overlaps).isPresent()) {
                drawn.answer(host, answer);
            }
        }
        overlay.held().ifPresent(drawn::held);
        hover.filter(on -> !on.lines().isEmpty())
                .ifPresent(on ->
                        drawn.callout(on.id(), new Box(on.x(), on.y(), 0, 16 * drawn.unit), on.lines(), Tone.LINE));
        return List.copyOf(drawn.shapes);
    }

    private void ring(ElementId id, Tone tone, double weight, double by) {
        for (Box box : picture.placesOf(id)) {
            shapes.add(
                    new Shape.Card(id, Layer.BASE, box.grown(by * unit), Surface.OUTLINE, tone, Stroke.SOLID, weight));
        }
    }

    private void answer(ElementId host, HostAnswer answer) {
        Box card = picture.boundsOf(host).orElseThrow();
        if (card.width() * zoom < READABLE) {
            double radius = Math.min(card.width() / 3, 5 * unit);
            shapes.add(new Shape.Mark(
                    host, Layer.BASE, answer.lead(), card.centreX(), card.centreY(), radius, answer.tone()));
            return;
        }
        double size = 12 * unit;
        double room = card.width() - 16;
        List<String> lines = new ArrayList<>();
        List<Boolean> first = new ArrayList<>();
        for (String line : answer.lines()) {
            boolean begins = true;
            for (String part : Lettering.wrapped(line, room - size * 1.2, size, true)) {
                lines.add(part);
                first.add(begins);
                begins = false;
            }
        }
        int most = Math.max(LEAST_LINES, (int) ((card.height() - HEADER - 24) / (LINE * unit)));
        int shown = Math.min(lines.size(), most);
        double height = shown * LINE * unit + 8;
        double top = card.bottom() - 16 - height;
        shapes.add(new Shape.Card(
                host,
                Layer.BASE,
                new Box(card.x() + 4, top, card.width() - 8, card.bottom() - 9 - top),
                Surface.BAND,
                Tone.LINE,
                Stroke.SOLID,
                0));
        Tone tone = answer.cannot() ? Tone.DIM : answer.tone();
        for (int i = 0; i < shown; i++) {
            boolean more = i == most - 1 && lines.size() > most;
            String words = more ? "and " + (lines.size() - i) + " lines more" : lines.get(i);
            shapes.add(label(
                    host,
                    card.centreX(),
                    top + (i + 1) * LINE * unit,
                    room,
                    words,
                    size,
                    true,
                    Shape.Align.MIDDLE,
                    tone,
                    first.get(i) && !more ? answer.lead() : Glyph.NONE));
        }
    }

    private void held(Overlay.Held held) {
        Optional<Box> place = picture.boundsOf(held.vm());
        HostAnswer answer = held.over().map(overlay.answers()::get).orElse(null);
        double width = place.map(Box::width)
                .filter(wide -> wide > 60 && wide * zoom > NARROW)
                .orElse(152.0 * unit);
        double height = place.map(Box::height)
                .filter(high -> high >= 24 && high * zoom > NARROW / 4)
                .orElse(24.0 * unit);
        Box chip = new Box(held.x() - width / 2, held.y() - height / 2, width, height);
        shapes.add(new Shape.Card(held.vm(), Layer.BASE, chip, Surface.CHIP_LIT, Tone.INTERACTION, Stroke.SOLID, 2));
        shapes.add(new Shape.Mark(
                held.vm(), Layer.BASE, Glyph.DOT, chip.x() + 12 * unit, chip.centreY(), 4 * unit, Tone.NORMAL));
        shapes.add(label(
                held.vm(),
                chip.x() + 24 * unit,
                chip.centreY() + 4.5 * unit,
                width - 32 * unit,
                site.nameOf(held.vm()),
                13 * unit,
                true,
                Shape.Align.START,
                Tone.TEXT,
                Glyph.NONE));
        if (answer != null && !answer.callout().isEmpty()) {
            callout(held.vm(), chip, answer.callout(), answer.cannot() ? Tone.FAINT : answer.tone());
        }
    }

    private void callout(ElementId id, Box chip, List<String> lines, Tone edge) {
        double size = 12 * unit;
        double width = 0;
        for (String line : lines) {
            width = Math.max(width, Lettering.width(line, size + unit, true));
        }
        width = Math.min(width + 44 * unit, 420 * unit);
        double height = (lines.size() * 18 + 16) * unit;
        double x = Math.clamp(
                chip.centreX() - width / 2,
                view.x() + 4 * unit,
                Math.max(view.x() + 4 * unit, view.right() - width - 4 * unit));
        double y = chip.bottom() + 8 * unit;
        if (y + height > view.bottom()) {
            y = chip.y() - 8 * unit - height;
        }
        Box box = new Box(x, y, width, height);
        shapes.add(new Shape.Card(id, Layer.BASE, box, Surface.CALLOUT, edge, Stroke.SOLID, 1.4));
        for (int i = 0; i < lines.size(); i++) {
            shapes.add(label(
                    id,
                    x + 14 * unit,
                    y + (i * 18 + 21) * unit,
                    width - 28 * unit,
                    lines.get(i),
                    i == 0 ? 13 * unit : size,
                    i == 0,
                    Shape.Align.START,
                    i == 0 ? Tone.TEXT : Tone.DIM,
                    Glyph.NONE));
        }
    }

    private void progress(Overlay.Progress work) {
        List<Box> places = picture.placesOf(work.vm());
        if (places.isEmpty()) {
            return;
        }
        Box chip = places.getFirst();
        Optional<Box> target = picture.boundsOf(work.to());
        for (Box place : places) {
            if (target.isPresent() && !target.get().contains(place)) {
                chip = place;
            }
        }
        way(work, chip, places, target);
        shapes.add(new Shape.Card(work.vm(), Layer.BASE, chip, Surface.CHIP_LIT, Tone.INTERACTION, Stroke.SOLID, 1.6));
        Box bar = new Box(chip.x() + 4, chip.bottom() - 5, chip.width() - 8, 3);
        shapes.add(new Shape.Bar(work.vm(), Layer.BASE, bar, work.share(), Tone.INTERACTION));
        if (chip.width() < 60 || chip.width() * zoom < NARROW) {
            return;
        }
        double base = chip.centreY() + 2.5 * unit;
        String name = site.nameOf(work.vm());
        double room = chip.width() - 36;
        double needed = Lettering.width(name, 13 * unit, true);
        String words = needed + Lettering.width(work.words(), 12 * unit, true) + 8 <= room
                ? work.words()
                : Words.share(work.share());
        double wordRoom = Math.min(room, Lettering.width(words, 12 * unit, true) * 1.05 + 4);
        shapes.add(new Shape.Mark(work.vm(), Layer.BASE, Glyph.ARROW, chip.x() + 12, base - 4.5, 4, Tone.INTERACTION));
        shapes.add(label(
                work.vm(),
                chip.x() + 24,
                base,
                room - wordRoom,
                name,
                13 * unit,
                true,
                Shape.Align.START,
                Tone.TEXT,
                Glyph.NONE));
        shapes.add(label(
                work.vm(),
                chip.right() - 8,
                base,
                wordRoom,
                words,
                12 * unit,
                true,
                Shape.Align.END,
                Tone.INTERACTION,
                Glyph.NONE));
    }

    /** The way from a chip to where it arrives, or to the card where it will. */
    private void way(Overlay.Progress work, Box chip, List<Box> places, Optional<Box> target) {
        if (target.isEmpty()) {
            return;
        }
        Box to = target.get();
        Optional<Box> arriving = places.stream().filter(to::contains).findFirst();
        boolean right = to.centreX() > chip.centreX();
        double fromX = right ? chip.right() : chip.x();
        Box end = arriving.orElse(to);
        double toX = right ? end.x() : end.right();
        double toY = arriving.map(Box::centreY)
                .orElse(Math.clamp(chip.centreY(), to.y() + 24, Math.max(to.y() + 24, to.bottom() - 24)));
        double bend = Math.max(24, Math.abs(toX - fromX) / 2) * (right ? 1 : -1);
        shapes.add(new Shape.Wire(
                work.vm(),
                work.to(),
                Layer.BASE,
                List.of(fromX, chip.centreY(), fromX + bend, chip.centreY(), toX - bend, toY, toX, toY),
                Tone.INTERACTION,
                Stroke.DASHED,
                2));
    }

    private static Shape.Label label(
            ElementId id,
            double x,
            double y,
            double room,
            String words,
            double size,
            boolean strong,
            Shape.Align align,
            Tone tone,
            Glyph lead) {
        return new Shape.Label(id, Layer.BASE, x, y, room, words, size, strong, align, tone, lead);
    }
}
