package org.redoubt.views.work;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.controllers.run.Work;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Units;

/** All work since the console was started, newest first: what it came to, why, and what to do. */
public final class WorkTab extends VBox {

    private final ListView<Entry> list = new ListView<>();

    /** A work and how long ago it ended, in words, so that a line is only drawn anew when it says something else. */
    private record Entry(Work work, String ago) {}

    /** @param cancel is given the work that is to be given up */
    public WorkTab(Consumer<UUID> cancel) {
        getStyleClass().add("tab-body");
        list.setId("work-list");
        list.setPlaceholder(
                Texts.label("Nothing was done yet. Drag a VM onto another host, or select one and press M.", "dim"));
        list.setCellFactory(_ -> new WorkCell(cancel));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    public void show(List<Work> works, long now) {
        List<Entry> newest =
                works.stream().map(work -> new Entry(work, ago(work, now))).toList();
        if (!newest.equals(list.getItems())) {
            list.getItems().setAll(newest);
        }
    }

    private static String ago(Work work, long now) {
        if (work.phase().live()) {
            return "for " + Units.age(Math.max(0, now - work.startedAt()));
        }
        return Units.ago(Math.max(0, now - work.endedAt()));
    }

    private static final class WorkCell extends ListCell<Entry> {
        private final Consumer<UUID> cancel;

        private WorkCell(Consumer<UUID> cancel) {
            this.cancel = cancel;
        }

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(empty || entry == null ? null : row(entry));
            setPrefWidth(0);
        }

        private HBox row(Entry entry) {
            Work work = entry.work();
            Status status = WorkWords.status(work);
            String style =
                    status.level() == Level.NORMAL ? "dim" : status.level().style();
            Label ago = Texts.label(entry.ago(), "dim", "ago");
            Label outcome = Texts.label(status.line(), "strong", style, "outcome");
            Label title = Texts.label(Shown.text(work.title(), 56), "strong");
            String said = WorkWords.detail(work);
            String advice = WorkWords.advice(work);
            Label detail =
                    Texts.wrapped(said.isEmpty() || advice.isEmpty() ? said + advice : said + ". " + advice, "dim");
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            HBox row = Texts.line("journal-row", ago, outcome, title, detail, Texts.label(took(work), "dim"));
            if (work.cancellable()) {
                Button stop = Texts.button("Cancel", () -> cancel.accept(work.id()), "small");
                row.getChildren().add(stop);
            }
            return row;
        }

        private static String took(Work work) {
            if (work.endedAt() < work.startedAt()) {
                return "";
            }
            String took = "took " + Units.millis(work.endedAt() - work.startedAt());
            String predicted = WorkWords.predicted(work);
            return predicted.isEmpty() ? took : took + ", " + predicted;
        }
    }
}
