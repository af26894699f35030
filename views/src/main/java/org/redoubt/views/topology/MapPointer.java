package org.redoubt.views.topology;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Overlay;

/** What the mouse does to the map: points, chooses, drags VMs, moves and zooms the ground. */
final class MapPointer {

    private static final double THRESHOLD = 5;
    private static final double WHEEL_NOTCH = 40;
    private static final double NOTCH_FACTOR = 1.18;

    private final MapView map;
    private final MapMoves moves;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean pressed;
    private boolean panning;
    private Optional<ElementId> under = Optional.empty();

    MapPointer(MapView map, MapMoves moves) {
        this.map = map;
        this.moves = moves;
    }

    void listen() {
        map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> map.hover(Optional.empty()));
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    private Optional<ElementId> at(MouseEvent event) {
        Camera camera = map.camera();
        return map.picture().at(camera.mapX(event.getX()), camera.mapY(event.getY()), camera.scale(), map.layers());
    }

    private void moved(MouseEvent event) {
        Camera camera = map.camera();
        Optional<ElementId> at = at(event);
        map.setCursor(at.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        map.hover(at.map(id -> {
            List<String> lines = HoverWords.of(map.site(), id);
            return new Overlay.Hover(id, camera.mapX(event.getX()), camera.mapY(event.getY()), lines);
        }));
    }

    private void press(MouseEvent event) {
        map.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (moves.holds()) {
            moves.cancel();
        }
        pressed = true;
        panning = false;
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = pressedX;
        lastY = pressedY;
        under = at(event);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (!pressed || !event.isPrimaryButtonDown()) {
            return;
        }
        Camera camera = map.camera();
        boolean began = Math.hypot(event.getX() - pressedX, event.getY() - pressedY) >= THRESHOLD;
        if (moves.holds()) {
            moves.carry(camera.mapX(event.getX()), camera.mapY(event.getY()));
        } else if (began
                && !panning
                && under.filter(id -> id.kind() == ElementKind.VM).isPresent()) {
            map.hover(Optional.empty());
            map.setCursor(Cursor.CLOSED_HAND);
            moves.take(under.get(), camera.mapX(event.getX()), camera.mapY(event.getY()));
        } else if (panning || began) {
            panning = true;
            map.hover(Optional.empty());
            map.setCursor(Cursor.MOVE);
            map.lookFreely(camera.moved(event.getX() - lastX, event.getY() - lastY));
        }
        lastX = event.getX();
        lastY = event.getY();
        event.consume();
    }

    private void released(MouseEvent event) {
        if (!pressed || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pressed = false;
        map.setCursor(Cursor.DEFAULT);
        if (moves.holds()) {
            moves.drop();
        } else if (!panning) {
            map.choose(under);
            if (event.getClickCount() == 2) {
                under.ifPresent(map::flyTo);
            }
        }
        event.consume();
    }

    /** Esc in the middle of a drag: what the button does from here on means nothing. */
    void forget() {
        pressed = false;
        panning = false;
        map.setCursor(Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double factor = Math.pow(NOTCH_FACTOR, event.getDeltaY() / WHEEL_NOTCH);
            map.lookFreely(map.camera().zoomed(factor, event.getX(), event.getY()));
        }
        event.consume();
    }
}
