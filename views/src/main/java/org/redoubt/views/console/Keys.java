package org.redoubt.views.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/**
 * The window's keys. Those with Ctrl and the function keys work everywhere; plain letters and figures only where nobody
 * is typing and no sheet is open.
 */
final class Keys {

    private record Binding(KeyCombination keys, boolean everywhere, Runnable run) {}

    private final List<Binding> bindings = new ArrayList<>();
    private final BooleanSupplier sheetOpen;
    private final Runnable question;

    /**
     * @param sheetOpen whether something lies above the map, which then has the plain keys
     * @param question what a question mark does
     */
    Keys(BooleanSupplier sheetOpen, Runnable question) {
        this.sheetOpen = sheetOpen;
        this.question = question;
    }

    /** A key that works where nobody types and no sheet is open. */
    Keys plain(KeyCode code, Runnable run, KeyCombination.Modifier... modifiers) {
        bindings.add(new Binding(new KeyCodeCombination(code, modifiers), false, run));
        return this;
    }

    /** A key that works everywhere. */
    Keys always(KeyCode code, Runnable run, KeyCombination.Modifier... modifiers) {
        bindings.add(new Binding(new KeyCodeCombination(code, modifiers), true, run));
        return this;
    }

    void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> handle(event, scene, true));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(event, scene, false));
    }

    private void handle(KeyEvent event, Scene scene, boolean everywhere) {
        if (event.isConsumed() || !everywhere && (typing(scene.getFocusOwner()) || sheetOpen.getAsBoolean())) {
            return;
        }
        for (Binding binding : bindings) {
            if (binding.everywhere == everywhere && binding.keys.match(event)) {
                event.consume();
                binding.run.run();
                return;
            }
        }
        if (!everywhere && event.getText().equals("?")) { // its key differs from keyboard to keyboard
            event.consume();
            question.run();
        }
    }

    private static boolean typing(Node owner) {
        return owner instanceof TextInputControl;
    }
}
