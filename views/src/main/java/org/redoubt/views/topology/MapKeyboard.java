package org.redoubt.views.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.picture.Box;

/** What keys do to the map. No single key does harm: the one that moves a VM only asks. */
final class MapKeyboard {

    private static final double PAN = 64;
    private static final double STEP = 1.25;
    private static final List<KeyCode> NUMBERS = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.NUMPAD1,
            KeyCode.NUMPAD2,
            KeyCode.NUMPAD3,
            KeyCode.NUMPAD4,
            KeyCode.NUMPAD5,
            KeyCode.NUMPAD6);

    private final MapView map;
    private final Outlook outlook;
    private final MapMoves moves;
    private final MapActions actions;

    MapKeyboard(MapView map, Outlook outlook, MapMoves moves, MapActions actions) {
        this.map = map;
        this.outlook = outlook;
        this.moves = moves;
        this.actions = actions;
    }

    void listen() {
        map.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (pressed(event)) {
                event.consume();
            }
        });
        map.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    }

    private boolean pressed(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT, KP_LEFT -> arrow(event, -1, 0);
            case RIGHT, KP_RIGHT -> arrow(event, 1, 0);
            case UP, KP_UP -> arrow(event, 0, -1);
            case DOWN, KP_DOWN -> arrow(event, 0, 1);
            case TAB -> !event.isControlDown() && next(event.isShiftDown() ? -1 : 1);
            case ENTER -> enter();
            case ESCAPE -> escape();
            case BACK_SPACE -> out();
            case M -> !event.isShortcutDown() && move();
            default -> moves.listed() && number(event);
        };
    }

    /** While a VM is held, a figure drops it on the target of that number: that asks for its plan. */
    private boolean number(KeyEvent event) {
        int number = NUMBERS.indexOf(event.getCode()) % Answers.BEST + 1;
        if (number > 0) {
            moves.dropOn(number);
            map.pointer().forget();
        }
        return number > 0;
    }

    private boolean out() {
        map.flyOut();
        return true;
    }

    private void typed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return; // Ctrl and minus makes everything smaller, not the map once more
        }
        switch (event.getCharacter()) {
            case "+", "=" -> zoom(STEP);
            case "-" -> zoom(1 / STEP);
            case "0" -> map.fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Around the middle; around what is carried by the mouse, for then the wheel is not heard. */
    private void zoom(double factor) {
        boolean carried = moves.holds() && !moves.byKeyboard();
        outlook.zoom(
                factor,
                carried ? map.pointer().x() : map.getWidth() / 2,
                carried ? map.pointer().y() : map.getHeight() / 2);
    }

    private boolean arrow(KeyEvent event, int dx, int dy) {
        if (event.isShiftDown() || event.isShortcutDown()) {
            outlook.pan(-dx * PAN, -dy * PAN);
            return true;
        }
        if (moves.listed() && dy != 0) {
            moves.step(dy);
            return true;
        }
        if (moves.holds()) {
            List<ElementId> hosts = map.picture().hosts().stream()
                    .filter(id -> id.kind() == ElementKind.HOST)
                    .toList();
            towards(moves.target(), hosts, dx, dy).ifPresent(moves::aim);
            return true;
        }
        towards(map.selected().filter(MapView::walked), walk(), dx, dy).ifPresent(this::go);
        return true;
    }

    private boolean next(int by) {
        List<ElementId> walk = walk();
        if (walk.isEmpty() || moves.holds()) {
            return moves.holds();
        }
        int at = map.selected().map(walk::indexOf).orElse(-1);
        int to = at < 0 ? (by > 0 ? 0 : walk.size() - 1) : at + by;
        if (to < 0 || to >= walk.size()) {
            return false;
        }
        go(walk.get(to));
        return true;
    }

    private void go(ElementId id) {
        map.pointer().rest();
        map.choose(Optional.of(id));
        map.seen(id)
                .filter(box -> !new Box(0, 0, map.getWidth(), map.getHeight()).contains(box))
                .ifPresent(box -> map.flyTo(id));
    }

    /** Every host followed by its VMs. */
    private List<ElementId> walk() {
        List<ElementId> walk = new ArrayList<>();
        for (ElementId host : map.picture().hosts()) {
            if (host.kind() == ElementKind.HOST) {
                walk.add(host);
            }
            walk.addAll(map.picture().vmsOf(host));
        }
        return walk;
    }

    /** The nearest of {@code all} in a direction; the first where nothing is chosen yet. */
    private Optional<ElementId> towards(Optional<ElementId> from, List<ElementId> all, int dx, int dy) {
        Optional<Box> start = from.flatMap(map.picture()::boundsOf);
        if (start.isEmpty()) {
            return all.stream().findFirst();
        }
        Box here = start.get();
        ElementId best = null;
        double least = Double.MAX_VALUE;
        for (ElementId id : all) {
            Box box = map.picture().boundsOf(id).orElseThrow();
            double ahead = (box.centreX() - here.centreX()) * dx + (box.centreY() - here.centreY()) * dy;
            double aside =
                    Math.abs((box.centreX() - here.centreX()) * dy) + Math.abs((box.centreY() - here.centreY()) * dx);
            double cost = ahead + 2 * aside;
            if (!from.get().equals(id) && ahead > 1 && cost < least) {
                least = cost;
                best = id;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean enter() {
        if (moves.holds()) {
            moves.drop();
            map.pointer().forget();
            return true;
        }
        Optional<ElementId> pointed = map.hovered().filter(MapKeyboard::entered);
        if (pointed.isPresent()) { // its card says so
            map.flyTo(pointed.get());
            return true;
        }
        map.selected().ifPresent(actions::opened);
        return map.selected().isPresent();
    }

    private static boolean entered(ElementId id) {
        return id.kind() == ElementKind.HOST || id.kind() == ElementKind.CLUSTER;
    }

    private boolean escape() {
        if (moves.holds()) {
            moves.cancel();
            map.pointer().forget();
            return true;
        }
        boolean chosen = map.selected().isPresent();
        map.choose(Optional.empty());
        return chosen;
    }

    private boolean move() {
        Optional<ElementId> listed = moves.held().filter(id -> moves.listed());
        if (listed.isPresent()) {
            moves.cancel();
            map.pointer().forget();
            actions.listRequested(listed.get());
            return true;
        }
        Optional<ElementId> vm = map.selected().filter(id -> id.kind() == ElementKind.VM);
        vm.filter(id -> !moves.holds()).ifPresent(actions::moveRequested);
        return vm.isPresent();
    }
}
