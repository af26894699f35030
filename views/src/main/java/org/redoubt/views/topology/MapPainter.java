package org.redoubt.views.topology;

import java.util.List;
import java.util.Set;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.topology.picture.Tone;
import org.redoubt.views.raster.Area;
import org.redoubt.views.raster.Blend;
import org.redoubt.views.raster.Corners;
import org.redoubt.views.raster.FxAlphabet;
import org.redoubt.views.raster.Letters;
import org.redoubt.views.raster.Marks;
import org.redoubt.views.raster.Pen;
import org.redoubt.views.raster.Raster;

/**
 * Paints shapes into a raster: the only place that knows how a shape looks. The surface it paints is the whole map at one
 * scale, the map's zero at zero; edges of cards lie on whole pixels, so that they are sharp.
 */
final class MapPainter {

    private static final double SMALLEST_LETTERS = 12;
    /** Below this zoom words would cover what they stand for. */
    private static final double WORDS_FROM = 0.5;
    /** Except for the names of hosts, switches and clusters, which are this large. */
    private static final double NAMES = 13;

    /** A name of which less is left says nothing. */
    private static final int MEANINGFUL = 4;

    private static final double DIMMED = 0.4;
    private static final double DIMMED_ABNORMAL = 0.8;
    private static final double THINNEST_MARK = 1.2;
    /** A card that is smaller than this has neither corners nor an edge. */
    private static final double SMALLEST_CARD = 4;

    private final Letters letters = new Letters(new FxAlphabet());
    private final Marks marks = new Marks();
    private final Corners corners = new Corners();
    private final Pen pen = new Pen();
    private Palette palette;
    private Inks theme;
    private Inks dimmed;
    private Inks dimmedAbnormal;
    private Inks inks;
    private Raster raster;
    private double zoom = 1;
    private double unit = 1;
    private double scale = 1;
    private double there = 1;
    private boolean cells;
    private boolean fine = true;
    private double smallest = SMALLEST_LETTERS;
    private double wordsFrom = WORDS_FROM;

    /**
     * What the next shapes are painted with.
     *
     * @param zoom units of the toolkit in a map unit
     * @param unit pixels in a unit of the toolkit
     * @param ui how many times as large as usual the operator wants everything
     * @param fine whether edges are smooth; not while the map is being zoomed
     */
    void use(Palette colours, double zoom, double unit, double ui, boolean fromAfar, boolean fine) {
        if (!colours.equals(palette)) {
            palette = colours;
            theme = new Inks(colours);
            dimmed = new Inks(colours.dimmed(DIMMED));
            dimmedAbnormal = new Inks(colours.dimmed(DIMMED_ABNORMAL));
        }
        this.zoom = zoom;
        this.unit = unit;
        this.scale = zoom * unit;
        this.smallest = SMALLEST_LETTERS * ui;
        this.wordsFrom = WORDS_FROM * ui;
        this.cells = fromAfar;
        this.fine = fine;
    }

    /** What lies under all shapes. */
    void paintGround(Raster onto) {
        onto.clear(theme.ground);
    }

    void paintLinks(Raster onto, MapLinks links, Box view, Set<Layer> layers) {
        links.paint(onto, view, layers, theme, zoom, unit, fine);
    }

    void paint(Raster onto, List<Shape> shapes, Overlay overlay, Set<Layer> layers) {
        raster = onto;
        for (Shape shape : shapes) {
            if (layers.contains(shape.layer()) && !(shape instanceof Shape.Card card && outside(card))) {
                inks = light(shape, overlay);
                one(overlay.dress(shape));
            }
        }
    }

    /** Most of what lies around a small place is cards, and told to be outside at once. */
    private boolean outside(Shape.Card card) {
        Box box = card.bounds();
        double by = 2 * (1 + card.weight()) * unit;
        return !raster.sees(
                box.x() * scale - by, box.y() * scale - by, box.right() * scale + by, box.bottom() * scale + by);
    }

    /** All the pixels that a box may reach that was made for what is painted in it. */
    Area reach(Box box) {
        double by = 3 * unit;
        return Area.around(
                box.x() * scale - by, box.y() * scale - by, box.right() * scale + by, box.bottom() * scale + by);
    }

    /** All the pixels that a shape may reach. */
    Area reach(Shape shape) {
        if (shape instanceof Shape.Fading fading) {
            return reach(fading.shape());
        }
        Box box = shape.bounds();
        double edge = switch (shape) {
            case Shape.Card card -> card.weight() * Math.max(1, zoom);
            case Shape.Wire wire -> wire.weight() * 2;
            case Shape.Mark mark -> mark.radius() * zoom;
            default -> 2;
        };
        if (shape instanceof Shape.Label label) {
            double size = Math.max(label.size(), smallest / zoom);
            double left = left(label, label.x(), label.room());
            box = new Box(left, label.y() - size * 1.2, label.room(), size * 1.8);
        }
        double by = (edge + 3) * unit;
        return Area.around(
                box.x() * scale - by, box.y() * scale - by, box.right() * scale + by, box.bottom() * scale + by);
    }

    /** What is not lit keeps its form and loses its contrast; opaque, so that nothing shines through. */
    private Inks light(Shape shape, Overlay overlay) {
        if (overlay.lights(shape)) {
            return theme;
        }
        boolean abnormal = switch (shape) {
            case Shape.Mark mark -> mark.tone().abnormal();
            case Shape.Label label -> label.tone().abnormal();
            default -> false;
        };
        return abnormal ? dimmedAbnormal : dimmed;
    }

    private void one(Shape shape) {
        switch (shape) {
            case Shape.Card card -> card(card);
            case Shape.Wire wire -> wire(wire);
            case Shape.Label label -> label(label);
            case Shape.Mark mark ->
                mark(mark.glyph(), mark.x() * scale, mark.y() * scale, mark.radius() * scale, tone(mark.tone()));
            case Shape.Bar bar -> bar(bar);
            case Shape.Spark spark -> spark(spark);
            case Shape.Fading fading -> {
                there = fading.alpha();
                one(fading.shape());
                there = 1;
            }
        }
    }

    private int tone(Tone tone) {
        return seen(inks.of(tone));
    }

    /** A colour as far as its shape is there already. */
    private int seen(int colour) {
        return Blend.faded(colour, there);
    }

    private void mark(org.redoubt.topology.picture.Glyph glyph, double x, double y, double radius, int colour) {
        marks.draw(raster, glyph, x, y, radius, THINNEST_MARK * unit, colour);
    }

    private void card(Shape.Card card) {
        Box box = card.bounds();
        int fill = seen(inks.fill(card.surface()));
        boolean chip = card.surface() == Surface.CHIP && card.edge() == Tone.LINE;
        int line = chip ? seen(inks.chipLine) : tone(card.edge());
        if (Math.min(box.width(), box.height()) * scale < SMALLEST_CARD) {
            small(
                    box.x() * scale,
                    box.y() * scale,
                    box.right() * scale,
                    box.bottom() * scale,
                    card.edge().abnormal() || fill == 0 ? line : fill);
            return;
        }
        double weight = card.weight() > 0 ? Math.max(0.7, card.weight() * Math.clamp(zoom, 0.7, 1.5)) * unit : 0;
        double half = weight / 2;
        int x0 = whole(box.x() * scale - half);
        int y0 = whole(box.y() * scale - half);
        int x1 = whole(box.right() * scale + half);
        int y1 = whole(box.bottom() * scale + half);
        double radius = card.surface().radius() * Math.min(1.5, zoom) * unit + half;
        if (weight > 0 && card.stroke() != Stroke.SOLID) {
            corners.draw(raster, x0, y0, x1, y1, radius, fill, 0, 0);
            hatch(card, x0, y0, x1, y1);
            around(x0 + half, y0 + half, x1 - half, y1 - half, radius - half);
            stroke(card.stroke(), weight, line);
        } else if (card.surface() == Surface.HATCHED) {
            corners.draw(raster, x0, y0, x1, y1, radius, fill, 0, 0);
            hatch(card, x0, y0, x1, y1);
            corners.draw(raster, x0, y0, x1, y1, radius, 0, weight, line);
        } else {
            corners.draw(raster, x0, y0, x1, y1, radius, fill, weight, line);
        }
    }

    private void small(double x0, double y0, double x1, double y1, int colour) {
        if (fine) {
            raster.rect(x0, y0, x1, y1, colour);
        } else {
            raster.box(
                    whole(x0),
                    whole(y0),
                    Math.max(whole(x0) + 1, whole(x1)),
                    Math.max(whole(y0) + 1, whole(y1)),
                    colour);
        }
    }

    private void hatch(Shape.Card card, int x0, int y0, int x1, int y1) {
        if (card.surface() == Surface.HATCHED) {
            Hatching.draw(raster, x0, y0, x1, y1, unit, seen(inks.hatchLine));
        }
    }

    /** A path around a rectangle. */
    private void around(double x0, double y0, double x1, double y1, double corner) {
        double r = Math.min(corner, Math.min(x1 - x0, y1 - y0) / 2);
        double c = r * 0.4477; // controls of a cubic that is nearly a quarter of a circle
        pen.from(x0 + r, y0)
                .to(x1 - r, y0)
                .curve(x1 - c, y0, x1, y0 + c, x1, y0 + r)
                .to(x1, y1 - r)
                .curve(x1, y1 - c, x1 - c, y1, x1 - r, y1)
                .to(x0 + r, y1)
                .curve(x0 + c, y1, x0, y1 - c, x0, y1 - r)
                .to(x0, y0 + r)
                .curve(x0, y0 + c, x0 + c, y0, x0 + r, y0);
    }

    private void wire(Shape.Wire wire) {
        Box box = wire.bounds().grown(2);
        if (!raster.sees(box.x() * scale, box.y() * scale, box.right() * scale, box.bottom() * scale)) {
            return;
        }
        List<Double> points = wire.points();
        pen.from(points.get(0) * scale, points.get(1) * scale);
        for (int i = 2; i < points.size(); i += 6) {
            pen.curve(
                    points.get(i) * scale,
                    points.get(i + 1) * scale,
                    points.get(i + 2) * scale,
                    points.get(i + 3) * scale,
                    points.get(i + 4) * scale,
                    points.get(i + 5) * scale);
        }
        stroke(wire.stroke(), wire.weight() * Math.clamp(zoom, 0.6, 1.6) * unit, tone(wire.tone()));
    }

    private void stroke(Stroke stroke, double weight, int colour) {
        if (!fine) {
            pen.plain(raster, colour);
            return;
        }
        switch (stroke) {
            case SOLID -> pen.stroke(raster, weight, colour);
            case DASHED -> pen.dashes(raster, weight, 7 * unit, 4 * unit, colour);
            case DOTTED -> pen.dashes(raster, weight, 2 * unit, 4 * unit, colour);
        }
    }

    private void label(Shape.Label label) {
        if (zoom < wordsFrom && !cells && !(label.strong() && label.size() >= NAMES)) {
            return;
        }
        double size = Math.max(smallest, label.size() * zoom);
        double room = label.room() * zoom;
        double lead = label.leadWidth() / label.size() * size;
        String words = Lettering.fitted(label.words(), room - lead, size, label.strong());
        if (words.length() < Math.min(MEANINGFUL, label.words().length())) {
            return;
        }
        double width = Math.min(room, lead + Lettering.width(words, size, label.strong()));
        double left = left(label, label.x() * zoom, width) * unit;
        double base = (label.y() * zoom + (size - label.size() * zoom) * 0.3) * unit;
        double high = size * unit;
        int colour = tone(label.tone());
        if (lead > 0) {
            mark(label.lead(), left + high * 0.42, base - high * 0.36, high * 0.4, colour);
        }
        double most = Math.max(1, room - lead + 2) * unit;
        letters.draw(raster, words, left + lead * unit, base, high, label.strong(), most, colour);
    }

    private static double left(Shape.Label label, double x, double width) {
        return switch (label.align()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
    }

    private void bar(Shape.Bar bar) {
        Box box = bar.bounds();
        int x0 = whole(box.x() * scale);
        int y0 = whole(box.y() * scale);
        int x1 = Math.max(x0 + 1, whole(box.right() * scale));
        int y1 = Math.max(y0 + 1, whole(box.bottom() * scale));
        if (box.height() > box.width()) {
            raster.rect(x0, y1 - (y1 - y0) * bar.share(), x1, y1, seen(inks.cellFill));
            return;
        }
        double radius = Math.min(2 * unit, (y1 - y0) / 2.0);
        corners.draw(raster, x0, y0, x1, y1, radius, seen(inks.well), 0, 0);
        int filled = bar.share() > 0 ? Math.max(1, whole((x1 - x0) * bar.share())) : 0;
        corners.draw(raster, x0, y0, x0 + filled, y1, radius, tone(bar.tone()), 0, 0);
    }

    private void spark(Shape.Spark spark) {
        List<Double> points = spark.points();
        if (points.size() < 4) {
            return;
        }
        pen.from(points.get(0) * scale, points.get(1) * scale);
        for (int i = 2; i < points.size(); i += 2) {
            pen.to(points.get(i) * scale, points.get(i + 1) * scale);
        }
        stroke(Stroke.SOLID, 1.4 * Math.clamp(zoom, 0.7, 1.5) * unit, tone(spark.tone()));
    }

    private static int whole(double x) {
        return (int) Math.floor(x + 0.5);
    }
}
