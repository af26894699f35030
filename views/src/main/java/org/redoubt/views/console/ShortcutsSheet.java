package org.redoubt.views.console;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.views.palette.Action;
import org.redoubt.views.parts.Sheet;
import org.redoubt.views.parts.Texts;

/** Every key that does something here. */
final class ShortcutsSheet implements Sheet {

    private final Button leave;
    private final VBox box;

    ShortcutsSheet(List<Action> actions, Runnable leave) {
        this.leave = Texts.button("Leave", leave);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        List<Action> keyed =
                actions.stream().filter(action -> !action.keys().isEmpty()).toList();
        int half = (keyed.size() + 1) / 2;
        for (int i = 0; i < keyed.size(); i++) {
            int column = i < half ? 0 : 2;
            grid.add(Texts.label(keyed.get(i).keys(), "key"), column, i % half);
            grid.add(Texts.label(keyed.get(i).name()), column + 1, i % half);
        }
        VBox head = Texts.stack(
                "sheet-head",
                Texts.label("Keys", "title"),
                Texts.label("No single key moves or stops anything.", "dim"));
        box = Texts.stack(
                "paper", head, Texts.stack("sheet-body", grid), Texts.line("sheet-foot", Texts.spring(), this.leave));
        box.setId("shortcuts");
        box.setMaxHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node first() {
        return leave;
    }

    @Override
    public boolean light() {
        return true;
    }
}
