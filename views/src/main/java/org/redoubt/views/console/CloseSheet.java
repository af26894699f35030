package org.redoubt.views.console;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.controllers.run.Work;
import org.redoubt.views.parts.Sheet;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Shown;

/** Asks before the window closes on work that is running, and says what becomes of it. */
final class CloseSheet implements Sheet {

    private static final int MOST = 6;

    private final Button stay;
    private final VBox box;

    CloseSheet(List<Work> running, Runnable stay, Runnable close) {
        this.stay = Texts.button("Stay", stay);
        this.stay.setId("close-stay");
        Button go = Texts.button("Close all the same", close, "primary");
        go.setId("close-go");
        VBox works = Texts.stack("rows");
        running.stream()
                .limit(MOST)
                .forEach(work -> works.getChildren().add(Texts.wrapped("· " + Shown.text(work.title(), 72), "strong")));
        if (running.size() > MOST) {
            works.getChildren().add(Texts.label("and " + (running.size() - MOST) + " more", "dim"));
        }
        VBox body = Texts.stack(
                "sheet-body",
                works,
                Texts.wrapped(
                        "The hosts carry this on without this desk; nothing here can cancel it then. What becomes of"
                                + " it is read back from both hosts at the next start."));
        VBox head = Texts.stack("sheet-head", Texts.label("Work is still running", "title"));
        box = Texts.stack("paper", head, body, Texts.line("sheet-foot", Texts.spring(), this.stay, go));
        box.setId("close-sheet");
        box.setMaxHeight(Region.USE_PREF_SIZE);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node first() {
        return stay;
    }
}
