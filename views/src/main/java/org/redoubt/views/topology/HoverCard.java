package org.redoubt.views.topology;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;

/** What is said of the element under the pointer, on a card beside it. Its labels are made once and rewritten. */
final class HoverCard extends VBox {

    private static final int MOST = 8;

    /**
     * What stands on it.
     *
     * @param state a few words at the title's end; empty where there is nothing to say
     * @param level how abnormal that is; the card's edge says so too
     * @param hint what the keyboard does with it; may be empty
     */
    record Words(String title, String state, Level level, List<String> lines, String hint) {
        Words {
            lines = List.copyOf(lines);
        }
    }

    private final Label title = Texts.label("", "strong");
    private final Label state = Texts.label("", "small", "strong");
    private final Label[] lines = new Label[MOST];
    private final Label hint = Texts.label("", "small", "faint");

    HoverCard() {
        getStyleClass().add("hover-card");
        setId("hover-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        state.setMinWidth(USE_PREF_SIZE);
        HBox head = Texts.line("head", title, Texts.spring(), state);
        getChildren().add(head);
        for (int i = 0; i < MOST; i++) {
            lines[i] = Texts.label("", "small", "dim");
            getChildren().add(lines[i]);
        }
        getChildren().add(hint);
    }

    void say(Words words) {
        title.setText(words.title());
        state.setText(words.state());
        Texts.level(state, words.level());
        Texts.level(this, words.level());
        for (int i = 0; i < MOST; i++) {
            boolean more = i == MOST - 1 && words.lines().size() > MOST;
            String line = more
                    ? "and " + (words.lines().size() - i) + " lines more"
                    : i < words.lines().size() ? words.lines().get(i) : "";
            lines[i].setText(line);
            Texts.shown(lines[i], !line.isEmpty());
        }
        hint.setText(words.hint());
        Texts.shown(hint, !words.hint().isEmpty());
    }
}
