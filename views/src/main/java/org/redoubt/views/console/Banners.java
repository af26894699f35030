package org.redoubt.views.console;

import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.controllers.run.Phase;
import org.redoubt.controllers.run.Work;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;

/** What must not be overlooked, below the bar: a journal that was not whole, and work nobody knows the outcome of. */
final class Banners extends VBox {

    private final Runnable journal;
    private final Runnable work;
    private List<String> complaints = List.of();
    private List<String> unsettled = List.of();
    private boolean complaintsRead;

    /**
     * @param journal shows the journal
     * @param work shows all work
     */
    Banners(Runnable journal, Runnable work) {
        this.journal = journal;
        this.work = work;
        setId("banners");
    }

    /** @param newest what was found wrong with the journal; stays until an operator closes it */
    void complaints(List<String> newest) {
        if (!newest.equals(complaints)) {
            complaints = newest;
            complaintsRead = false;
            write();
        }
    }

    /** What is unsettled among {@code works}; stays until it is settled. */
    void works(List<Work> works) {
        List<String> open = works.stream()
                .filter(one -> one.phase() == Phase.UNSETTLED)
                .map(one -> Shown.text(one.title(), 64))
                .toList();
        if (!open.equals(unsettled)) {
            unsettled = open;
            write();
        }
    }

    private void write() {
        getChildren().clear();
        if (!unsettled.isEmpty()) {
            String what = unsettled.size() == 1
                    ? "Outcome unknown: " + unsettled.getFirst()
                    : "Outcome unknown of " + unsettled.size() + ": " + String.join("; ", unsettled);
            HBox banner = banner(
                    "critical",
                    Level.CRITICAL,
                    what,
                    "Both hosts are being asked. Do not start it anywhere else until then.");
            banner.setId("unsettled");
            banner.getChildren().add(Texts.button("Show work", work));
            getChildren().add(banner);
        }
        if (!complaints.isEmpty() && !complaintsRead) {
            HBox banner = banner(
                    "warning",
                    Level.WARNING,
                    "The journal was not whole",
                    Shown.text(String.join("; ", complaints)) + ". Keep a copy of the file before anything else.");
            banner.setId("complaints");
            banner.getChildren()
                    .addAll(Texts.button("Show journal", journal), Texts.button("I have read it", this::read));
            getChildren().add(banner);
        }
    }

    private void read() {
        complaintsRead = true;
        write();
    }

    private static HBox banner(String style, Level level, String what, String detail) {
        var words = Texts.wrapped(detail, "dim");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var head = Texts.label(what, "strong");
        head.setMinWidth(USE_PREF_SIZE);
        HBox banner = Texts.line("banner", Texts.mark(level), head, words);
        banner.getStyleClass().add(style);
        return banner;
    }
}
