package org.redoubt.views.topology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Lettering;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.Stroke;
import org.redoubt.topology.picture.Surface;
import org.redoubt.views.fx.Typeface;

/** Paints shapes onto a canvas: the only place that knows how a shape looks. */
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

    private final Map<Integer, Font> fonts = new HashMap<>();
    private final GraphicsContext g;
    private Palette theme = Palette.DARK;
    private Palette dimmed = theme;
    private Palette dimmedAbnormal = theme;
    private Palette palette = theme;
    private Camera camera = new Camera(1, 0, 0);
    private boolean cells;
    private double smallest = SMALLEST_LETTERS;
    private double wordsFrom = WORDS_FROM;

    MapPainter(GraphicsContext g) {
        this.g = g;
        g.setTextBaseline(VPos.BASELINE);
    }

    void use(Palette colours, Camera seen, double ui, boolean fromAfar) {
        if (colours != theme || dimmed == theme) {
            theme = colours;
            dimmed = colours.dimmed(DIMMED);
            dimmedAbnormal = colours.dimmed(DIMMED_ABNORMAL);
        }
        this.camera = seen;
        this.smallest = SMALLEST_LETTERS * ui;
        this.wordsFrom = WORDS_FROM * ui;
        this.cells = fromAfar;
    }

    void paint(List<Shape> shapes, Overlay overlay, Set<Layer> layers) {
        for (Shape shape : shapes) {
            if (layers.contains(shape.layer())) {
                palette = light(shape, overlay);
                one(overlay.dress(shape));
            }
        }
    }

    /** What is not lit keeps its form and loses its contrast; opaque, so that nothing shines through. */
    private Palette light(Shape shape, Overlay overlay) {
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
                Glyphs.draw(
                        g,
                        mark.glyph(),
                        camera.screenX(mark.x()),
                        camera.screenY(mark.y()),
                        mark.radius() * camera.scale(),
                        palette.of(mark.tone()));
            case Shape.Bar bar -> bar(bar);
            case Shape.Spark spark -> spark(spark);
            case Shape.Fading fading -> {
                g.setGlobalAlpha(fading.alpha());
                one(fading.shape());
                g.setGlobalAlpha(1);
            }
        }
    }

    private void card(Shape.Card card) {
        Box box = card.bounds();
        double scale = camera.scale();
        double x = camera.screenX(box.x());
        double y = camera.screenY(box.y());
        double width = box.width() * scale;
        double height = box.height() * scale;
        double arc = 2 * card.surface().radius() * Math.min(1.5, scale);
        Color fill = fill(card.surface());
        if (fill != null) {
            g.setFill(fill);
            g.fillRoundRect(x, y, width, height, arc, arc);
        }
        if (card.surface() == Surface.HATCHED) {
            Hatching.draw(g, x, y, width, height, palette.hatchLine());
        }
        if (card.weight() > 0) {
            boolean chip = card.surface() == Surface.CHIP && card.edge() == org.redoubt.topology.picture.Tone.LINE;
            g.setStroke(chip ? palette.chipLine() : palette.of(card.edge()));
            stroke(card.stroke(), Math.max(0.7, card.weight() * Math.min(1.5, Math.max(scale, 0.7))));
            g.strokeRoundRect(x, y, width, height, arc, arc);
        }
    }

    private Color fill(Surface surface) {
        return switch (surface) {
            case OUTLINE -> null;
            case FRAME -> palette.panel();
            case CARD -> palette.card();
            case HATCHED -> palette.hatch();
            case INSET -> palette.inset();
            case CHIP -> palette.chip();
            case CHIP_LIT -> palette.chipLit();
            case CHIP_HOLLOW -> palette.card();
            case PORT, PLUG -> palette.port();
            case HALO -> palette.ground();
            case BAND -> palette.card().deriveColor(0, 1, 1, 0.92);
            case CALLOUT -> palette.callout();
            case CELL -> palette.cell();
        };
    }

    private void wire(Shape.Wire wire) {
        List<Double> points = wire.points();
        g.setStroke(palette.of(wire.tone()));
        stroke(wire.stroke(), wire.weight() * Math.min(1.6, Math.max(0.6, camera.scale())));
        g.beginPath();
        g.moveTo(camera.screenX(points.get(0)), camera.screenY(points.get(1)));
        for (int i = 2; i < points.size(); i += 6) {
            g.bezierCurveTo(
                    camera.screenX(points.get(i)), camera.screenY(points.get(i + 1)),
                    camera.screenX(points.get(i + 2)), camera.screenY(points.get(i + 3)),
                    camera.screenX(points.get(i + 4)), camera.screenY(points.get(i + 5)));
        }
        g.stroke();
    }

    private void stroke(Stroke stroke, double weight) {
        g.setLineWidth(weight);
        switch (stroke) {
            case SOLID -> {
                g.setLineDashes();
                g.setLineCap(StrokeLineCap.ROUND);
            }
            case DASHED -> {
                g.setLineDashes(7, 4);
                g.setLineCap(StrokeLineCap.BUTT);
            }
            case DOTTED -> {
                g.setLineDashes(2, 4);
                g.setLineCap(StrokeLineCap.BUTT);
            }
        }
    }

    private void label(Shape.Label label) {
        double scale = camera.scale();
        if (scale < wordsFrom && !cells && !(label.strong() && label.size() >= NAMES)) {
            return;
        }
        double size = Math.max(smallest, label.size() * scale);
        double room = label.room() * scale;
        double lead = label.leadWidth() / label.size() * size;
        String words = Lettering.fitted(label.words(), room - lead, size, label.strong());
        if (words.length() < Math.min(MEANINGFUL, label.words().length())) {
            return;
        }
        double width = Math.min(room, lead + Lettering.width(words, size, label.strong()));
        double x = camera.screenX(label.x());
        double left = switch (label.align()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        double base = camera.screenY(label.y()) + (size - label.size() * scale) * 0.3;
        Color colour = palette.of(label.tone());
        if (lead > 0) {
            Glyphs.draw(g, label.lead(), left + size * 0.42, base - size * 0.36, size * 0.4, colour);
        }
        g.setFill(colour);
        g.setFont(font(size, label.strong()));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(words, left + lead, base, Math.max(1, room - lead + 2));
    }

    private Font font(double size, boolean strong) {
        int key = (int) Math.round(size * 4) * 2 + (strong ? 1 : 0);
        return fonts.computeIfAbsent(key, k -> Typeface.of((k / 2) / 4.0, strong));
    }

    private void bar(Shape.Bar bar) {
        Box box = bar.bounds();
        double scale = camera.scale();
        double x = camera.screenX(box.x());
        double y = camera.screenY(box.y());
        double width = box.width() * scale;
        double height = box.height() * scale;
        if (box.height() > box.width()) {
            double filled = height * bar.share();
            g.setFill(palette.cellFill());
            g.fillRect(x, y + height - filled, width, filled);
            return;
        }
        double arc = Math.min(4, height);
        g.setFill(palette.well());
        g.fillRoundRect(x, y, width, height, arc, arc);
        g.setFill(palette.of(bar.tone()));
        g.fillRoundRect(x, y, width * bar.share(), height, arc, arc);
    }

    private void spark(Shape.Spark spark) {
        List<Double> points = spark.points();
        g.setStroke(palette.of(spark.tone()));
        stroke(Stroke.SOLID, 1.4 * Math.min(1.5, Math.max(0.7, camera.scale())));
        g.beginPath();
        for (int i = 0; i < points.size(); i += 2) {
            double x = camera.screenX(points.get(i));
            double y = camera.screenY(points.get(i + 1));
            if (i == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
    }
}
