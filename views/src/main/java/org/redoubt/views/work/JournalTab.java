package org.redoubt.views.work;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.controllers.run.Logbook;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;

/** The journal's newest lines: what was intended, by whom, and what became of it. */
public final class JournalTab extends VBox {

    /** How many lines are shown; the rest is in the file. */
    public static final int MOST = 500;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final ListView<Line> list = new ListView<>();

    /** A line with the title of the intent that it belongs to, where that is among those shown. */
    private record Line(Logbook.Line line, String title) {}

    public JournalTab() {
        getStyleClass().add("tab-body");
        list.setId("journal-list");
        list.setPlaceholder(Texts.label("Nothing was written down yet.", "dim"));
        list.setCellFactory(_ -> new LineCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
    }

    /** @param newest newest first */
    public void show(List<Logbook.Line> newest) {
        Map<UUID, String> titles = new HashMap<>();
        for (Logbook.Line line : newest) {
            if (line.kind() == Logbook.Kind.INTENDED) {
                line.intent().ifPresent(intent -> titles.put(intent, line.text()));
            }
        }
        List<Line> lines = newest.stream()
                .map(line -> new Line(
                        line,
                        line.intent()
                                .map(intent -> titles.getOrDefault(intent, ""))
                                .orElse("")))
                .toList();
        if (!lines.equals(list.getItems())) {
            list.getItems().setAll(lines);
        }
    }

    private static Status status(Logbook.Kind kind) {
        return switch (kind) {
            case OPENED -> new Status(Level.NORMAL, "opened");
            case INTENDED -> new Status(Level.NORMAL, "intent");
            case DONE -> new Status(Level.NORMAL, "done");
            case UNCHANGED -> new Status(Level.WARNING, "unchanged");
            case REFUSED -> new Status(Level.WARNING, "refused");
            case UNKNOWN -> new Status(Level.CRITICAL, "unknown");
            case SCORED -> new Status(Level.NORMAL, "score");
            case NOTED -> new Status(Level.NORMAL, "note");
        };
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            setGraphic(empty || line == null ? null : row(line));
            setPrefWidth(0);
        }

        private static HBox row(Line shown) {
            Logbook.Line line = shown.line();
            Status status = status(line.kind());
            boolean intent = line.kind() == Logbook.Kind.INTENDED;
            String title = intent ? line.text() : shown.title();
            Label head = Texts.label(Shown.text(title, 56), "title-of-line");
            Texts.shown(head, !title.isEmpty());
            Label text = Texts.wrapped(intent ? "" : Shown.text(line.text()), "dim");
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            String who = line.operator().isEmpty() ? line.desk() : line.operator() + " at " + line.desk();
            return Texts.line(
                    "journal-row",
                    Texts.label("#" + line.number(), "faint", "number"),
                    Texts.label(TIME.format(line.at()), "dim", "time"),
                    Texts.label(
                            status.line(),
                            "strong",
                            status.level() == Level.NORMAL
                                    ? "dim"
                                    : status.level().style(),
                            "outcome"),
                    head,
                    text,
                    Texts.label(Shown.text(who, 40), "faint"));
        }
    }
}
