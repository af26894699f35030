package org.redoubt.views.console;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.parts.RowButton;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;

/** A headed list of problems, there only while there are any; a click goes to one. */
final class ProblemList extends VBox {

    private static final int MOST = 5;

    private final String heading;
    private final boolean wrap;
    private final Consumer<ElementId> go;
    private final Label head = Texts.heading("");
    private final VBox rows = Texts.stack("rows");
    private final Label more = Texts.label("", "small", "dim");
    private List<Problem> shown = List.of();

    /** @param wrap whether what to do is shown whole; else its beginning, and the rest where it is pointed at */
    ProblemList(String heading, boolean wrap, Consumer<ElementId> go) {
        this.wrap = wrap;
        this.heading = heading;
        this.go = go;
        getStyleClass().add("section");
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, rows, more);
        show(List.of());
    }

    /** @param problems in the order in which they are shown */
    void show(List<Problem> problems) {
        Texts.shown(this, !problems.isEmpty());
        if (problems.equals(shown)) {
            return;
        }
        shown = problems;
        head.setText((heading + "  " + problems.size()).toUpperCase(java.util.Locale.ROOT));
        rows.getChildren().setAll(problems.stream().limit(MOST).map(this::row).toList());
        Texts.shown(more, problems.size() > MOST);
        more.setText("and " + (problems.size() - MOST) + " more: N goes from one to the next");
    }

    private Label advice(String text) {
        if (wrap) {
            return Texts.wrapped(text, "small", "dim");
        }
        return Texts.label(text, "small", "dim");
    }

    private RowButton row(Problem problem) {
        Level level = problem.status().level();
        Label mark = Texts.mark(level);
        mark.setMinWidth(USE_PREF_SIZE);
        Label word = Texts.label(problem.status().word(), "small", level.style());
        VBox words = Texts.stack("row-text", Texts.label(problem.name()), word);
        if (!problem.advice().isEmpty()) {
            words.getChildren().add(advice(problem.advice()));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        RowButton row = new RowButton(
                problem.name() + " " + problem.status().word(), () -> go.accept(problem.id()), mark, words);
        Tooltip.install(
                row, new Tooltip(problem.name() + ": " + problem.status().word()));
        return row;
    }
}
