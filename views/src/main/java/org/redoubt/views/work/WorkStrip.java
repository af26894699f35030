package org.redoubt.views.work;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Work;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;

/** The strip that is always on the screen: what runs now, how far it is, and its Cancel. */
public final class WorkStrip extends VBox {

    private static final int MOST = 4;
    private static final int TITLE = 48;

    private final Consumer<UUID> cancel;
    private final Consumer<ElementId> show;
    private final Label none = Texts.label("Running work: none", "dim");
    private final HBox idle;
    private final Label more = Texts.label("", "small", "dim");
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param cancel is given the work that is to be given up
     * @param show is given the VM of a work that was clicked
     */
    public WorkStrip(Consumer<UUID> cancel, Consumer<ElementId> show) {
        this.cancel = cancel;
        this.show = show;
        getStyleClass().add("work-strip");
        setId("work-strip");
        none.setId("work-none");
        idle = Texts.line(
                "line",
                none,
                Texts.spring(),
                Texts.label("Cancel is always here while something runs", "small", "faint"));
        getChildren().addAll(idle, more);
        show(List.of(), 0);
    }

    /** Shows what goes on among {@code works}, oldest first; {@code now} in desk milliseconds. */
    public void show(List<Work> works, long now) {
        List<Work> live =
                works.reversed().stream().filter(work -> work.phase().live()).toList();
        int rows = Math.min(MOST, live.size());
        while (lines.size() > rows) {
            getChildren().remove(lines.removeLast().row);
        }
        while (lines.size() < rows) {
            Line line = new Line();
            lines.add(line);
            getChildren().add(getChildren().size() - 1, line.row);
        }
        for (int i = 0; i < rows; i++) {
            lines.get(i).write(live.get(i), now);
        }
        Texts.shown(idle, rows == 0);
        Texts.shown(more, live.size() > rows);
        more.setText("and " + (live.size() - rows) + " more: see the tab Work");
    }

    private final class Line {
        private final Button title = Texts.button("", this::go, "quiet");
        private final ProgressBar bar = new ProgressBar();
        private final Label status = Texts.label("");
        private final Label figures = Texts.label("", "dim");
        private final Button stop = Texts.button("Cancel", this::give);
        private final HBox row = Texts.line("line", title, bar, status, figures, Texts.spring(), stop);
        private Work work;

        private Line() {
            title.getStyleClass().add("strong");
            stop.getStyleClass().add("cancel-work");
            title.setMinWidth(USE_PREF_SIZE);
            bar.setMinWidth(USE_PREF_SIZE);
            stop.setMinWidth(USE_PREF_SIZE);
        }

        private void write(Work newest, long now) {
            work = newest;
            Status said = WorkWords.status(newest);
            title.setText(Shown.text(newest.title(), TITLE));
            status.setText(said.level() == Level.CRITICAL ? said.line() : said.word());
            Texts.level(status, said.level());
            double progress = newest.figures().progress();
            bar.setProgress(newest.figures().total() > 0 ? progress : newest.phase() == Phase.WAITING ? 0 : -1);
            Texts.shown(bar, newest.phase() != Phase.UNSETTLED);
            figures.setText(String.join("  ·  ", WorkWords.figures(newest, now)));
            stop.setDisable(!newest.cancellable());
            stop.setText(newest.phase() == Phase.CANCELLING ? "Cancelling…" : "Cancel");
            stop.setAccessibleText("Cancel " + Shown.text(newest.title(), TITLE));
            Texts.shown(stop, newest.phase() != Phase.UNSETTLED || newest.cancellable());
        }

        private void give() {
            stop.setDisable(true);
            cancel.accept(work.id());
        }

        private void go() {
            show.accept(work.step().subject());
        }
    }
}
