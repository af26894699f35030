package org.redoubt.views.parts;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Where sheets lie: above the map, below nothing. One at a time; it holds the keyboard's focus until it is left, by its
 * own buttons or by Esc. Leaving never confirms anything.
 */
public final class SheetPane extends StackPane {

    private final Region scrim = new Region();
    private final EventHandler<KeyEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> typed = this::typed;
    private final EventHandler<KeyEvent> released = this::released;
    private final ChangeListener<Node> keepFocus = (_, _, owner) -> bringBack(owner);
    private Sheet sheet;
    private Node before;
    private KeyCode held;
    /** The key that opened a sheet: as long as it is down it neither types into the sheet nor acts in it. */
    private KeyCode openedBy;

    public SheetPane() {
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && sheet != null && sheet.light()) {
                leave();
            }
        });
        getChildren().add(scrim);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        sceneProperty().subscribe((old, now) -> {
            if (old != null) {
                old.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
                old.removeEventFilter(KeyEvent.KEY_TYPED, typed);
                old.removeEventFilter(KeyEvent.KEY_RELEASED, released);
            }
            if (now != null) {
                now.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
                now.addEventFilter(KeyEvent.KEY_TYPED, typed);
                now.addEventFilter(KeyEvent.KEY_RELEASED, released);
            }
        });
        Texts.shown(this, false);
    }

    /** Shows {@code next}, in the place of whatever was shown. */
    public void open(Sheet next) {
        if (sheet == null) {
            before = getScene().getFocusOwner();
            getScene().focusOwnerProperty().addListener(keepFocus);
        } else {
            dropSheet();
        }
        sheet = next;
        openedBy = held;
        getChildren().setAll(scrim, next.node());
        setAlignment(next.node(), next.place());
        Texts.shown(this, true);
        applyCss();
        layout();
        next.first().requestFocus();
    }

    public Optional<Sheet> shown() {
        return Optional.ofNullable(sheet);
    }

    /** Closes what is shown; the focus goes back to where it was. Does nothing when nothing is shown. */
    public void leave() {
        if (sheet == null) {
            return;
        }
        getScene().focusOwnerProperty().removeListener(keepFocus);
        dropSheet();
        getChildren().setAll(scrim);
        Texts.shown(this, false);
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }

    private void dropSheet() {
        Sheet left = sheet;
        sheet = null;
        left.left();
    }

    private void pressed(KeyEvent event) {
        if (openedBy != null && openedBy == event.getCode()) {
            event.consume(); // it repeats
        } else {
            openedBy = null;
            held = event.getCode();
        }
    }

    private void typed(KeyEvent event) {
        if (openedBy != null) {
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == openedBy) {
            openedBy = null;
        }
        if (event.getCode() == held) {
            held = null;
        }
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && sheet != null) {
            event.consume();
            leave();
        }
    }

    private void bringBack(Node owner) {
        if (sheet == null || owner == null || inside(owner)) {
            return;
        }
        sheet.first().requestFocus();
    }

    private boolean inside(Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }
}
