package org.redoubt.views.topology;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.layout.Pane;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.Layer;
import org.redoubt.topology.picture.Overlay;
import org.redoubt.topology.picture.Picture;

/** The map's surface by itself, driven by hand: so that what one painting costs can be measured. */
public final class DrivenMap extends Pane {

    private final MapCanvas canvas = new MapCanvas(() -> {});
    private final Site site = Site.empty("bench");
    private final Set<Layer> layers = EnumSet.allOf(Layer.class);

    public DrivenMap() {
        getChildren().addAll(canvas.layersFromBelow());
    }

    /** Paints what is different from the last time; a point x of the map is seen at x * scale + dx. */
    public void paint(Picture picture, double scale, double dx, double dy) {
        canvas.paint(new MapCanvas.View(
                picture,
                site,
                Overlay.NONE,
                new Camera(scale, dx, dy),
                Palette.DARK,
                layers,
                1,
                getWidth(),
                getHeight()));
    }

    /** A pixel of a whole map, as it was painted last. */
    public static int pixel(MapView map, int x, int y) {
        return map.canvas().pixel(x, y);
    }
}
