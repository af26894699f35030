package org.redoubt.views.topology;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Overlay;

/** What the mouse does to the map: points, chooses, drags VMs, moves and zooms the ground. */
final class MapPointer {

    private static final double THRESHOLD = 5;
    private static final double WHEEL_NOTCH = 40;
    private static final double NOTCH_FACTOR = 1.25;

    private final MapView map;
    private final Outlook outlook;
    private final MapMoves moves;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean pressed;
    private boolean panning;
    private boolean pointing;
    private Optional<ElementId> under = Optional.empty();

    MapPointer(MapView map, Outlook outlook, MapMoves moves) {
        this.map = map;
        this.outlook = outlook;
        this.moves = moves;
    }

    void listen() {
        map.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        map.addEventHandler(MouseEvent.MOUSE_EXITED, event -> rest());
        map.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        map.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        map.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        map.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        map.addEventHandler(ZoomEvent.ZOOM, event -> {
            outlook.zoomNow(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
    }

    private Optional<ElementId> at(double x, double y) {
        Camera camera = map.camera();
        return map.picture().at(camera.mapX(x), camera.mapY(y), map.zoom(), map.layers());
    }

    private void moved(MouseEvent event) {
        Camera camera = map.camera();
        lastX = event.getX();
        lastY = event.getY();
        if (moves.holds()) {
            moves.carry(camera.mapX(lastX), camera.mapY(lastY));
            return;
        }
        pointing = true;
        point();
    }

    private void point() {
        Camera camera = map.camera();
        Optional<ElementId> at = at(lastX, lastY);
        map.setCursor(at.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        map.hover(at.map(id -> new Overlay.Hover(id, camera.mapX(lastX), camera.mapY(lastY), List.of())));
    }

    private void press(MouseEvent event) {
        map.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (moves.holds()) { // taken by keyboard and carried over the map
            event.consume();
            moves.drop();
            return;
        }
        pressed = true;
        panning = false;
        pressedX = event.getX();
        pressedY = event.getY();
        lastX = pressedX;
        lastY = pressedY;
        under = at(pressedX, pressedY);
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
            outlook.pan(event.getX() - lastX, event.getY() - lastY);
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
                under.ifPresentOrElse(
                        map::flyTo,
                        () -> map.clusterAt(event.getX(), event.getY()).ifPresent(map::flyTo));
            }
        }
        event.consume();
    }

    /** Where it was last, in the map's own pixels. */
    double x() {
        return lastX;
    }

    double y() {
        return lastY;
    }

    /** Esc in the middle of a drag: what the button does from here on means nothing. */
    void forget() {
        pressed = false;
        panning = false;
        map.setCursor(Cursor.DEFAULT);
    }

    private void scrolled(ScrollEvent event) {
        double delta = event.getDeltaY();
        if (delta == 0) {
            outlook.pan(event.getDeltaX(), 0);
        } else {
            double factor = Math.pow(NOTCH_FACTOR, delta / WHEEL_NOTCH);
            if (Math.abs(delta) < WHEEL_NOTCH / 2) { // a touchpad, which is smooth by itself
                outlook.zoomNow(factor, event.getX(), event.getY());
            } else {
                outlook.zoom(factor, event.getX(), event.getY());
            }
        }
        event.consume();
    }

    /** The ground moved under the pointer: what is carried stays with it, and it points at something else. */
    void groundMoved() {
        if (moves.holds() && !moves.byKeyboard()) {
            moves.carry(map.camera().mapX(lastX), map.camera().mapY(lastY));
        } else if (pointing && !pressed && !outlook.flying()) {
            point();
        } else {
            map.hover(Optional.empty());
        }
    }

    /** The keyboard has the word: nothing is pointed at until the mouse moves again. */
    void rest() {
        pointing = false;
        map.hover(Optional.empty());
    }
}
