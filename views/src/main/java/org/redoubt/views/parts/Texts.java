package org.redoubt.views.parts;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.views.words.Level;

/** Labels, buttons and lines of them, styled by class alone. Nothing here interprets its text: no mnemonics, no markup. */
public final class Texts {

    private Texts() {}

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setMnemonicParsing(false);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A label that breaks into as many lines as it needs. */
    public static Label wrapped(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The shape of a level; a word always stands beside it. */
    public static Label mark(Level level) {
        Label mark = label(level.shape(), "mark", level.style());
        mark.setMinWidth(Region.USE_PREF_SIZE);
        return mark;
    }

    public static Label heading(String text) {
        return label(text.toUpperCase(Locale.ROOT), "heading");
    }

    public static Button button(String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** Something that takes all the room that is left in a line. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    public static HBox line(String style, Node... nodes) {
        HBox line = new HBox(nodes);
        line.getStyleClass().add(style);
        return line;
    }

    public static VBox stack(String style, Node... nodes) {
        VBox stack = new VBox(nodes);
        stack.getStyleClass().add(style);
        return stack;
    }

    /** Gives {@code node} the style class of {@code level} and takes those of the other levels away. */
    public static void level(Node node, Level level) {
        for (Level other : Level.values()) {
            if (other != level) {
                node.getStyleClass().remove(other.style());
            }
        }
        if (!node.getStyleClass().contains(level.style())) {
            node.getStyleClass().add(level.style());
        }
    }

    /** Shows or hides a node; hidden, it takes no room. */
    public static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
