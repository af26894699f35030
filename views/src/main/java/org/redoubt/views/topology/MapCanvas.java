package org.redoubt.views.topology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Links;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.OverlayShapes;
import org.redoubt.topology.picture.Picture;
import org.redoubt.topology.picture.Shape;
import org.redoubt.topology.picture.layout.Layout;
import org.redoubt.views.raster.Area;
import org.redoubt.views.raster.Raster;
import org.redoubt.views.raster.Tiles;

/**
 * The surface of the map: tiles of pixels for the picture, and some for what lies over it. It keeps what it painted last
 * and paints only what is different: what came in when the map was moved, the places that changed when facts did, nothing
 * when nothing did. A picture with very much in it is painted roughly while it is being zoomed, and finely, band by band,
 * once it rests.
 */
final class MapCanvas {

    /** Soft edges reach a little beyond what they belong to. */
    private static final double SOFT = 2;

    private static final Duration REST = Duration.millis(100);
    /** More shapes than this are painted roughly while the map is being zoomed. */
    private static final int HEAVY = 6000;

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

        /** The lines that lie under the shapes: those of a small site are shapes themselves. */
        private Links links() {
            return picture.hosts().size() > Layout.MOST_CARDS ? picture.links() : Links.NONE;
        }

        private Look look() {
            return new Look(
                    camera.scale(),
                    links(),
                    palette,
                    layers,
                    ui,
                    overlay.selected(),
                    overlay.lit(),
                    overlay.answers(),
                    overlay.held().map(Overlay.Held::vm),
                    overlay.held().flatMap(Overlay.Held::over));
        }
    }

    /** Everything besides the picture and the place on which it depends how the picture is painted. */
    private record Look(
            double scale,
            Links links,
            Palette palette,
            Set<Layer> layers,
            double ui,
            Optional<ElementId> selected,
            Set<ElementId> lit,
            Map<ElementId, HostAnswer> answers,
            Optional<ElementId> held,
            Optional<ElementId> over) {}

    private final Tiles ground = new Tiles();
    private final Tiles veil = new Tiles();
    private final MapPainter painter = new MapPainter();
    private final MapLinks links = new MapLinks();
    private final Raster raster = new Raster();
    private final PauseTransition rest = new PauseTransition(REST);
    private final ObservableValue<Number> unit = ground.node()
            .sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::renderScaleXProperty)
            .orElse(1);
    private final Runnable again;
    private final Deque<Area> rough = new ArrayDeque<>();
    private Picture painted;
    private Look look;
    private Look veilLook;
    private List<Shape> veiled = List.of();
    private double scale = 1;
    private boolean fine = true;
    private long whole;
    private long patched;

    /** @param again asks for another painting soon */
    MapCanvas(Runnable again) {
        this.again = again;
        unit.subscribe(again::run);
        rest.setOnFinished(rested -> refine());
    }

    List<Node> layersFromBelow() {
        return List.of(ground.node(), veil.node());
    }

    /** How often everything was painted, and how often a part was: for whoever measures. */
    long[] counts() {
        return new long[] {whole, patched};
    }

    /** What of the picture is painted at a pixel of the window, ARGB: for whoever measures. */
    int pixel(int x, int y) {
        return ground.pixel(x, y);
    }

    void paint(View view) {
        if (view.width() <= 0 || view.height() <= 0) {
            return;
        }
        fit(view);
        Look now = view.look();
        boolean other = !now.equals(look);
        if (other) {
            fine = look == null || look.scale == now.scale || light(view);
            ground.forget();
            rough.clear();
            whole++;
        }
        use(view, fine);
        List<Area> come = ground.look(left(view), top(view));
        if (!other && view.picture() != painted) {
            paintChanged(view);
        }
        come.forEach(area -> paintGround(view, area, false));
        if (!fine) {
            rest.playFromStart();
        }
        refineNext(view);
        painted = view.picture();
        look = now;
        paintVeil(view);
        ground.show();
        veil.show();
    }

    private static boolean light(View view) {
        Box seen = view.camera().view(view.width(), view.height());
        return view.links().count() + view.picture().within(seen, view.zoom()).size() < HEAVY;
    }

    /** As many tiles as the window needs, in pixels of its screen. */
    private void fit(View view) {
        double now = unit.getValue().doubleValue();
        int width = (int) Math.ceil(view.width() * now);
        int height = (int) Math.ceil(view.height() * now);
        Area window = ground.window();
        if (now != scale || width != window.width() || height != window.height()) {
            scale = now;
            ground.resize(width, height, now);
            veil.resize(width, height, now);
            look = null;
            veilLook = null;
        }
    }

    private int left(View view) {
        return (int) -Math.rint(view.camera().dx() * scale);
    }

    private int top(View view) {
        return (int) -Math.rint(view.camera().dy() * scale);
    }

    private void use(View view, boolean finely) {
        painter.use(
                view.palette(),
                view.camera().scale(),
                scale,
                view.ui(),
                view.picture().level(view.zoom()) == Picture.Level.CELLS,
                finely);
    }

    private void paintChanged(View view) {
        Area held = ground.held();
        changes(view, held)
                .ifPresentOrElse(
                        places -> places.forEach(place -> {
                            patched++;
                            paintGround(view, place, true);
                        }),
                        () -> {
                            whole++;
                            paintGround(view, held, true);
                        });
    }

    /** What the picture says that changed; where that is everything, what is found by comparing. */
    private Optional<List<Area>> changes(View view, Area held) {
        Box seen = map(view, held);
        return view.picture()
                .since(painted, seen, view.zoom())
                .map(boxes -> boxes.stream()
                        .map(painter::reach)
                        .map(held::and)
                        .filter(place -> !place.empty())
                        .toList())
                .or(() -> Changed.between(
                        painted.within(seen, view.zoom()), view.picture().within(seen, view.zoom()), painter, held));
    }

    /** A place of the surface, as a box of the map. */
    private Box map(View view, Area area) {
        double pixels = view.camera().scale() * scale;
        return new Box(area.x() / pixels, area.y() / pixels, area.width() / pixels, area.height() / pixels)
                .grown(SOFT / view.camera().scale());
    }

    /** @param facts whether only facts changed there: the lines have not, and are kept */
    private void paintGround(View view, Area area, boolean facts) {
        raster.frame(area.x(), area.y(), area.width(), area.height());
        Box box = map(view, area);
        List<Shape> shapes = view.picture().within(box, view.zoom());
        boolean linked = view.links().count() > 0;
        boolean single = MapLinks.single(view.camera().scale());
        int frames = linked && single ? frames(shapes) : 0;
        if (linked && facts && shapes.subList(0, frames).equals(framesBefore(view, box, frames))) {
            ground.bring(raster);
        } else {
            painter.paintGround(raster);
            painter.paint(raster, shapes.subList(0, frames), view.overlay(), view.layers());
            if (linked) {
                links.use(view.links(), view.overlay());
                painter.paintLinks(raster, links, box, view.layers());
                ground.keep(raster);
            }
        }
        painter.paint(raster, shapes.subList(frames, shapes.size()), view.overlay(), view.layers());
        ground.write(raster);
    }

    /** What lay under the lines when they were painted. */
    private List<Shape> framesBefore(View view, Box box, int frames) {
        if (frames == 0) {
            return List.of();
        }
        List<Shape> before = painted.within(box, view.zoom());
        return before.subList(0, frames(before));
    }

    /** How many of the first shapes are the clusters' frames: lines lie on these, and under their captions. */
    static int frames(List<Shape> shapes) {
        int frames = 0;
        while (frames < shapes.size()
                && shapes.get(frames) instanceof Shape.Card card
                && card.id().kind() == ElementKind.CLUSTER) {
            frames++;
        }
        return frames;
    }

    /** The map rests: what was painted roughly is painted again. */
    private void refine() {
        fine = true;
        rough.addAll(ground.bands());
        again.run();
    }

    private void refineNext(View view) {
        if (!rough.isEmpty()) {
            paintGround(view, rough.removeFirst(), false);
            again.run();
        }
    }

    private void paintVeil(View view) {
        Box seen = view.camera().view(view.width(), view.height());
        List<Shape> shapes = OverlayShapes.of(view.picture(), view.overlay(), view.site(), seen, view.zoom());
        use(view, true);
        boolean other = veilLook == null
                || look.scale != veilLook.scale
                || !look.palette.equals(veilLook.palette)
                || !look.layers.equals(veilLook.layers)
                || look.ui != veilLook.ui;
        if (other) {
            veil.forget();
        }
        List<Area> come = veil.look(left(view), top(view));
        Area held = veil.held();
        List<Area> places = other
                ? List.of()
                : Changed.between(veiled, shapes, painter, held).orElse(List.of(held));
        places.forEach(place -> paintVeil(view, shapes, place));
        if (!shapes.isEmpty()) {
            Changed.between(List.of(), shapes, painter, held).orElse(List.of(held)).stream()
                    .filter(place -> come.stream().anyMatch(place::touches))
                    .forEach(place -> paintVeil(view, shapes, place));
        }
        veiled = shapes;
        veilLook = look;
    }

    private void paintVeil(View view, List<Shape> shapes, Area place) {
        List<Shape> here = shapes.stream()
                .filter(shape -> painter.reach(shape).touches(place))
                .toList();
        if (here.isEmpty()) {
            veil.clear(place);
            return;
        }
        raster.frame(place.x(), place.y(), place.width(), place.height());
        raster.clear(0);
        painter.paint(raster, here, Overlay.NONE, view.layers());
        veil.write(raster);
    }
}
