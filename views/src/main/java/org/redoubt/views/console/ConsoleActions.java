package org.redoubt.views.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Layer;
import org.redoubt.views.palette.Action;
import org.redoubt.views.parts.Look;
import org.redoubt.views.parts.SheetPane;

/** Everything the window can be asked to do, by key and by name. None of it acts on a host without a sheet and a yes. */
final class ConsoleActions {

    private static final KeyCombination.Modifier CTRL = KeyCombination.SHORTCUT_DOWN;

    private final ConsoleWindow window;
    private final SheetPane sheets;
    private final WindowLook look;

    ConsoleActions(ConsoleWindow window, SheetPane sheets, WindowLook look) {
        this.window = window;
        this.sheets = sheets;
        this.look = look;
    }

    /** All of them, for the palette and the list of keys. */
    List<Action> all() {
        List<Action> all = new ArrayList<>();
        all.add(new Action("Move the selected VM…", "M", window::moveSelected));
        all.add(new Action("Next problem", "N", this::nextProblem));
        all.add(new Action("Whole site in view", "0", window.map()::fit));
        all.add(new Action("Fly out to the cluster or the site", "Backspace", window.map()::flyOut));
        all.add(new Action("Journal", "Ctrl 1", () -> window.bottom().go("Journal")));
        all.add(new Action("Work", "Ctrl 2", () -> window.bottom().go("Work")));
        all.add(new Action("Table of VMs", "Ctrl 3", () -> window.bottom().go("VMs")));
        all.add(new Action("Heartbeat matrix", "Ctrl 4", () -> window.bottom().go("Heartbeats")));
        all.add(new Action("Keyboard to the map", "Ctrl 0", () -> window.map().requestFocus()));
        all.add(new Action("Dark or light theme", "Ctrl T", () -> look.change(Look::otherTheme)));
        all.add(new Action("Larger", "Ctrl +", () -> look.change(Look::larger)));
        all.add(new Action("Smaller", "Ctrl -", () -> look.change(Look::smaller)));
        all.add(new Action("Usual size", "Ctrl *", () -> look.change(Look::actualSize)));
        for (Layer layer : Layer.values()) {
            if (layer != Layer.BASE) {
                all.add(new Action(
                        "Layer: " + layer.words(),
                        Integer.toString(layer.ordinal()),
                        () -> window.layers().toggle(layer)));
            }
        }
        all.add(new Action("Full screen", "F11", this::fullScreen));
        all.add(new Action("Keys", "F1", this::shortcuts));
        all.add(new Action("Find anything, or do anything", "Ctrl K", window::find));
        all.add(new Action("Find", "F", window::find));
        all.add(new Action("Only what is abnormal", "A", () -> window.filters().toggleAbnormal()));
        all.add(new Action("Deselect, clear the filters, or leave what is open", "Esc", this::escape));
        return all;
    }

    /** All of them, and those of which there are as many as the site has clusters and tags: for the search alone. */
    List<Action> searched() {
        List<Action> all = all();
        all.addAll(window.filters().actions());
        return all;
    }

    /** Binds the keys. */
    void install(Scene scene) {
        Keys keys = new Keys(() -> sheets.shown().isPresent(), this::shortcuts);
        keys.always(KeyCode.K, window::find, CTRL)
                .always(KeyCode.T, () -> look.change(Look::otherTheme), CTRL)
                .always(KeyCode.EQUALS, () -> look.change(Look::larger), CTRL)
                .always(KeyCode.EQUALS, () -> look.change(Look::larger), CTRL, KeyCombination.SHIFT_DOWN)
                .always(KeyCode.PLUS, () -> look.change(Look::larger), CTRL)
                .always(KeyCode.ADD, () -> look.change(Look::larger), CTRL)
                .always(KeyCode.MINUS, () -> look.change(Look::smaller), CTRL)
                .always(KeyCode.SUBTRACT, () -> look.change(Look::smaller), CTRL)
                .always(KeyCode.MULTIPLY, () -> look.change(Look::actualSize), CTRL)
                .always(KeyCode.F11, this::fullScreen)
                .always(KeyCode.F1, this::shortcuts)
                .plain(KeyCode.DIGIT1, () -> window.bottom().go("Journal"), CTRL)
                .plain(KeyCode.DIGIT2, () -> window.bottom().go("Work"), CTRL)
                .plain(KeyCode.DIGIT3, () -> window.bottom().go("VMs"), CTRL)
                .plain(KeyCode.DIGIT4, () -> window.bottom().go("Heartbeats"), CTRL)
                .plain(KeyCode.DIGIT0, () -> window.map().requestFocus(), CTRL)
                .plain(KeyCode.F, window::find)
                .plain(KeyCode.M, window::moveSelected)
                .plain(KeyCode.N, this::nextProblem)
                .plain(KeyCode.A, () -> window.filters().toggleAbnormal())
                .plain(KeyCode.DIGIT0, () -> window.map().fit())
                .plain(KeyCode.ESCAPE, this::escape);
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5};
        KeyCode[] pad = {KeyCode.NUMPAD1, KeyCode.NUMPAD2, KeyCode.NUMPAD3, KeyCode.NUMPAD4, KeyCode.NUMPAD5};
        for (int i = 0; i < digits.length; i++) {
            Layer layer = Layer.values()[i + 1];
            keys.plain(digits[i], () -> window.layers().toggle(layer));
            keys.plain(pad[i], () -> window.layers().toggle(layer));
        }
        keys.install(scene);
    }

    /** First what is selected, then what is filtered. */
    private void escape() {
        if (window.selected().isPresent()) {
            window.select(Optional.empty());
        } else {
            window.filters().clear();
        }
    }

    private void nextProblem() {
        List<Problem> problems = window.problems();
        if (problems.isEmpty()) {
            return;
        }
        List<ElementId> ids = problems.stream().map(Problem::id).toList();
        int at = window.selected().map(ids::indexOf).orElse(-1);
        window.fly(ids.get((at + 1) % ids.size()));
    }

    private void shortcuts() {
        sheets.open(new ShortcutsSheet(all(), sheets::leave));
    }

    private void fullScreen() {
        if (window.scene().getWindow() instanceof Stage stage) {
            stage.setFullScreen(!stage.isFullScreen());
        }
    }
}
