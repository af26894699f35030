package org.redoubt.views.plan;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.views.parts.Texts;

/** How a migration is driven, folded away until somebody wants to say. */
final class TuningFold extends VBox {

    private static final long MEBIBYTE = 1L << 20;
    private static final long MOST_MEBIBYTES = 1L << 24;
    private static final long MOST_MILLIS = 3_600_000;

    private final TextField bandwidth = new TextField();
    private final TextField pause = new TextField();
    private final CheckBox converge =
            new CheckBox("Slow the guest down where it dirties memory faster than it is copied");
    private final GridPane grid = new GridPane();
    private final Button fold = Texts.button("▸ Tuning", this::toggle, "quiet");

    TuningFold(Runnable changed) {
        getStyleClass().add("section");
        fold.setId("plan-tuning");
        grid.getStyleClass().add("tuning");
        bandwidth.setId("plan-bandwidth");
        bandwidth.setPromptText("no limit");
        pause.setPromptText("hypervisor’s");
        converge.setSelected(Tuning.DEFAULT.autoConverge());
        converge.setMnemonicParsing(false);
        grid.addRow(0, Texts.label("Bandwidth, at most", "dim"), bandwidth, Texts.label("MiB/s", "dim"));
        grid.addRow(1, Texts.label("Standstill, at most", "dim"), pause, Texts.label("ms", "dim"));
        grid.add(converge, 0, 2, 3, 1);
        bandwidth.textProperty().addListener((_, _, _) -> changed.run());
        pause.textProperty().addListener((_, _, _) -> changed.run());
        converge.selectedProperty().addListener((_, _, _) -> changed.run());
        Texts.shown(grid, false);
        getChildren().addAll(fold, grid);
    }

    private void toggle() {
        boolean open = !grid.isVisible();
        fold.setText(open ? "▾ Tuning" : "▸ Tuning");
        Texts.shown(grid, open);
    }

    /** What was typed; empty while it is not a number that means something. */
    Optional<Tuning> value() {
        Optional<Long> rate = number(bandwidth.getText(), MOST_MEBIBYTES);
        Optional<Long> limit = number(pause.getText(), MOST_MILLIS);
        return rate.isEmpty() || limit.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tuning(rate.get() * MEBIBYTE, converge.isSelected(), limit.get()));
    }

    /** A whole number from 0 to {@code most}; nothing typed is 0. */
    static Optional<Long> number(String text, long most) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return Optional.of(0L);
        }
        if (!typed.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(typed)).filter(number -> number <= most);
    }
}
