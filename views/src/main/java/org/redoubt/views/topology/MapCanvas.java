package org.redoubt.views.topology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.OverlayShapes;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;

/**
 * The surface of the map: one canvas for the picture and one for what lies over it. It keeps what it painted last and
 * paints only what is different: all of the picture when it is looked at otherwise, the places that changed when only
 * facts did, nothing when nothing did.
 */
final class MapCanvas {

    /** Patches lie on whole pixels of every usual screen scale (1, 1.25, 1.5, 2). */
    private static final double RASTER = 4;

    /** Words near a patch may reach into it. */
    private static final double NEIGHBOURS = 32;

    /**
     * All that is to be seen.
     *
     * @param ui how many times as large as usual the operator wants everything
     */
    record View(
            Picture picture,
            Site site,
            Overlay overlay,
            Camera camera,
            Palette palette,
            Set<Layer> layers,
            double ui,
            double width,
            double height) {

        /** The zoom as if everything were drawn at a scale of one. */
        private double zoom() {
            return camera.scale() / ui;
        }

        private Look look() {
            return new Look(
                    camera,
                    palette,
                    layers,
                    ui,
                    width,
                    height,
                    overlay.selected(),
                    overlay.lit(),
                    overlay.answers(),
                    overlay.held().map(Overlay.Held::vm),
                    overlay.held().flatMap(Overlay.Held::over));
        }
    }

    /** Everything besides the picture itself on which it depends how the picture is painted. */
    private record Look(
            Camera camera,
            Palette palette,
            Set<Layer> layers,
            double ui,
            double width,
            double height,
            Optional<ElementId> selected,
            Set<ElementId> lit,
            Map<ElementId, HostAnswer> answers,
            Optional<ElementId> held,
            Optional<ElementId> over) {}

    private final Canvas ground = new Canvas();
    private final Canvas veil = new Canvas();
    private final MapPainter groundPainter = new MapPainter(ground.getGraphicsContext2D());
    private final MapPainter veilPainter = new MapPainter(veil.getGraphicsContext2D());
    private Picture painted;
    private Look look;
    private boolean veiled;
    private long whole;
    private long patched;

    MapCanvas() {
        veil.setMouseTransparent(true);
    }

    List<Canvas> layersFromBelow() {
        return List.of(ground, veil);
    }

    void resize(double width, double height) {
        for (Canvas canvas : layersFromBelow()) {
            canvas.setWidth(width);
            canvas.setHeight(height);
        }
        look = null;
    }

    void paint(View view) {
        Look now = view.look();
        if (!now.equals(look)) {
            paintAll(view);
        } else if (view.picture() != painted) {
            view.picture()
                    .since(painted, view.camera().view(view.width(), view.height()), view.zoom())
                    .ifPresentOrElse(
                            patches -> patches.forEach(patch -> paintPatch(view, patch)), () -> paintAll(view));
        }
        painted = view.picture();
        look = now;
        paintVeil(view);
    }

    /** How often everything was painted, and how often a part was: for whoever measures. */
    long[] counts() {
        return new long[] {whole, patched};
    }

    private void paintAll(View view) {
        whole++;
        use(groundPainter, view);
        GraphicsContext g = ground.getGraphicsContext2D();
        g.setFill(view.palette().ground());
        g.fillRect(0, 0, view.width(), view.height());
        groundPainter.paint(
                view.picture().within(view.camera().view(view.width(), view.height()), view.zoom()),
                view.overlay(),
                view.layers());
    }

    private void paintPatch(View view, Box patch) {
        Camera camera = view.camera();
        double left = Math.floor(camera.screenX(patch.x()) / RASTER) * RASTER;
        double top = Math.floor(camera.screenY(patch.y()) / RASTER) * RASTER;
        double right = Math.ceil(camera.screenX(patch.right()) / RASTER) * RASTER;
        double bottom = Math.ceil(camera.screenY(patch.bottom()) / RASTER) * RASTER;
        if (right <= 0 || bottom <= 0 || left >= view.width() || top >= view.height()) {
            return;
        }
        patched++;
        use(groundPainter, view);
        GraphicsContext g = ground.getGraphicsContext2D();
        g.save();
        g.beginPath();
        g.rect(left, top, right - left, bottom - top);
        g.clip();
        g.setFill(view.palette().ground());
        g.fillRect(left, top, right - left, bottom - top);
        Box around = new Box(
                camera.mapX(left), camera.mapY(top), (right - left) / camera.scale(), (bottom - top) / camera.scale());
        groundPainter.paint(
                view.picture().within(around.grown(NEIGHBOURS / camera.scale()), view.zoom()),
                view.overlay(),
                view.layers());
        g.restore();
    }

    private void paintVeil(View view) {
        Box seen = view.camera().view(view.width(), view.height());
        List<Shape> shapes = OverlayShapes.of(view.picture(), view.overlay(), view.site(), seen, view.zoom());
        if (veiled) {
            veil.getGraphicsContext2D().clearRect(0, 0, view.width(), view.height());
        }
        veiled = !shapes.isEmpty();
        use(veilPainter, view);
        veilPainter.paint(shapes, Overlay.NONE, view.layers());
    }

    private static void use(MapPainter painter, View view) {
        painter.use(view.palette(), view.camera(), view.ui(), view.picture().level(view.zoom()) == Picture.Level.CELLS);
    }
}
