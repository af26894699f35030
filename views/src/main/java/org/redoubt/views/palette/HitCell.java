package org.redoubt.views.palette;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;

/** A line of the palette. Its nodes are made once and rewritten, for a list lays out its cells while it scrolls. */
final class HitCell extends ListCell<Hit> {

    private final Label mark = Texts.label("", "mark");
    private final Label name = Texts.label("");
    private final Label where = Texts.label("", "small", "dim");
    private final Label what = Texts.label("", "small", "faint");
    private final Label keys = Texts.label("", "key");
    private final HBox row = Texts.line("palette-row", mark, name, where, Texts.spring(), what, keys);

    HitCell() {
        mark.setMinWidth(USE_PREF_SIZE);
        what.setMinWidth(USE_PREF_SIZE);
        keys.setMinWidth(USE_PREF_SIZE);
        setPrefWidth(0); // a long name is cut short instead of widening the list
    }

    @Override
    protected void updateItem(Hit hit, boolean empty) {
        super.updateItem(hit, empty);
        setText(null);
        setGraphic(empty || hit == null ? null : row);
        switch (hit) {
            case Hit.Do(Action action) -> write("›", "action", action.name(), "", "", action.keys());
            case Hit.Fly found -> {
                boolean normal = found.status().level() == Level.NORMAL;
                String kind = normal
                        ? found.kind()
                        : found.kind() + ", " + found.status().word();
                write(
                        found.status().level().shape(),
                        found.status().level().style(),
                        found.name(),
                        found.where(),
                        kind,
                        "");
            }
            case null -> {}
        }
    }

    private void write(String shape, String style, String called, String place, String kind, String key) {
        mark.setText(shape);
        mark.getStyleClass().setAll(List.of("label", "mark", style));
        name.setText(called);
        where.setText(place);
        what.setText(kind);
        keys.setText(key);
        Texts.shown(keys, !key.isEmpty());
        Texts.shown(what, !kind.isEmpty());
    }
}
