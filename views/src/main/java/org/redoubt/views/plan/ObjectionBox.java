package org.redoubt.views.plan;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.redoubt.topology.plan.Objection;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Shown;

/** One objection: what is the matter, the smallest fix, and where it may be, a box that accepts it by its name. */
final class ObjectionBox extends VBox {

    /** @param ask whether it is asked for at all: not where something else forbids the move anyway */
    ObjectionBox(Objection objection, boolean ask, boolean accepted, Consumer<Boolean> accept) {
        getStyleClass().addAll("objection", objection.acceptable() ? "asks" : "blocks");
        String level = objection.acceptable() ? "level-warning" : "level-critical";
        String mark = objection.acceptable() ? "▲ " : "✕ ";
        getChildren().add(Texts.wrapped(mark + Shown.text(objection.says()), "strong", level));
        if (!objection.fix().isEmpty()) {
            getChildren().add(Texts.wrapped("Fix: " + Shown.text(objection.fix()), "small", "dim"));
        }
        if (ask && objection.acceptable()) {
            CheckBox box = new CheckBox("I accept " + objection.rule());
            box.setMnemonicParsing(false);
            box.setId("accept-" + objection.rule());
            box.setSelected(accepted);
            mark(accepted);
            box.selectedProperty().addListener((_, _, yes) -> {
                mark(yes);
                accept.accept(yes);
            });
            getChildren().add(box);
        }
    }

    private void mark(boolean accepted) {
        getStyleClass().remove("accepted");
        if (accepted) {
            getStyleClass().add("accepted");
        }
    }
}
