package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.HostCondition;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Tone;

/**
 * All of the site in a corner, with what is abnormal and what is seen of it: drag to look elsewhere. Shift and the arrows
 * do the same.
 */
final class Minimap extends Region {

    private static final double WIDTH = 208;
    private static final double MOST_HEIGHT = 140;
    private static final double PAD = 6;
    private static final double MARK = 4;

    private final Canvas canvas = new Canvas();
    private final Rectangle seen = new Rectangle();
    private Box bounds = new Box(0, 0, 1, 1);
    private double scale = 1;
    private Look drawn;

    /** A host, and what is the matter with it. */
    private record Spot(Box box, Optional<Tone> tone) {}

    /** All on which it depends how it looks. */
    private record Look(Box all, List<Box> regions, List<Spot> spots, Palette palette, double ui) {}

    /** @param look is given the point of the map that is to be in the middle */
    Minimap(BiConsumer<Double, Double> look) {
        getStyleClass().add("minimap");
        setId("minimap");
        setManaged(false);
        setVisible(false);
        seen.getStyleClass().add("seen");
        seen.setMouseTransparent(true);
        getChildren().addAll(canvas, seen);
        canvas.relocate(PAD, PAD);
        addEventHandler(MouseEvent.ANY, event -> {
            boolean held = event.getEventType() == MouseEvent.MOUSE_PRESSED && event.getButton() == MouseButton.PRIMARY
                    || event.getEventType() == MouseEvent.MOUSE_DRAGGED && event.isPrimaryButtonDown();
            if (held) {
                look.accept(bounds.x() + (event.getX() - PAD) / scale, bounds.y() + (event.getY() - PAD) / scale);
            }
            event.consume();
        });
    }

    /** Shows the site, this many times as large as usual; draws only where that looks different. */
    void draw(Site site, Picture picture, Regions regions, Palette palette, double ui) {
        Box all = picture.bounds();
        if (all.width() <= 0 || all.height() <= 0) {
            return;
        }
        Look now = new Look(all, List.copyOf(regions.boxes().values()), spots(site, picture, regions), palette, ui);
        if (!now.equals(drawn)) {
            drawn = now;
            draw(now);
        }
    }

    /** Hosts that are abnormal; all, where no cluster stands for them. */
    private static List<Spot> spots(Site site, Picture picture, Regions regions) {
        List<Spot> spots = new ArrayList<>();
        for (ElementId id : picture.hosts()) {
            Optional<Tone> tone = site.host(id)
                    .map(host -> HostCondition.of(host, site.now()))
                    .filter(condition -> !condition.words().isEmpty())
                    .map(HostCondition::tone);
            if (tone.isPresent() || regions.boxes().isEmpty()) {
                picture.boundsOf(id).ifPresent(box -> spots.add(new Spot(box, tone)));
            }
        }
        return spots;
    }

    private void draw(Look look) {
        bounds = look.all();
        scale = Math.min(WIDTH * look.ui() / bounds.width(), MOST_HEIGHT * look.ui() / bounds.height());
        canvas.setWidth(Math.ceil(bounds.width() * scale));
        canvas.setHeight(Math.ceil(bounds.height() * scale));
        resize(canvas.getWidth() + 2 * PAD, canvas.getHeight() + 2 * PAD);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setLineWidth(1);
        g.setStroke(look.palette().line());
        g.setFill(look.palette().card());
        look.regions().forEach(box -> {
            g.fillRect(left(box), top(box), box.width() * scale, box.height() * scale);
            g.strokeRect(
                    Math.round(left(box)) + 0.5,
                    Math.round(top(box)) + 0.5,
                    Math.max(1, Math.round(box.width() * scale) - 1),
                    Math.max(1, Math.round(box.height() * scale) - 1));
        });
        look.spots().forEach(spot -> draw(g, spot, look.palette()));
    }

    private void draw(GraphicsContext g, Spot spot, Palette palette) {
        Box box = spot.box();
        if (spot.tone().isPresent()) {
            double size = Math.max(MARK, Math.min(box.width(), box.height()) * scale);
            double x = box.centreX() - bounds.x();
            double y = box.centreY() - bounds.y();
            g.setFill(palette.of(spot.tone().get()));
            g.fillRect(x * scale - size / 2, y * scale - size / 2, size, size);
        } else {
            g.setFill(palette.cellFill());
            g.fillRect(
                    left(box), top(box), Math.max(1, box.width() * scale - 1), Math.max(1, box.height() * scale - 1));
        }
    }

    private double left(Box box) {
        return (box.x() - bounds.x()) * scale;
    }

    private double top(Box box) {
        return (box.y() - bounds.y()) * scale;
    }

    /** What is seen of the map now. */
    void view(Box view) {
        double x = Math.clamp(left(view), 0, canvas.getWidth());
        double y = Math.clamp(top(view), 0, canvas.getHeight());
        double right = Math.clamp((view.right() - bounds.x()) * scale, 0, canvas.getWidth());
        double bottom = Math.clamp((view.bottom() - bounds.y()) * scale, 0, canvas.getHeight());
        seen.setX(PAD + x);
        seen.setY(PAD + y);
        seen.setWidth(Math.max(4, right - x));
        seen.setHeight(Math.max(4, bottom - y));
    }
}
