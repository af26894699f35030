package org.redoubt.views.console;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Shown;

/** The bar at the top: which site, find, the figures, who sits here, and the time. */
final class TopBar extends HBox {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final int SITE_NAME = 28;

    private final ConsoleTitle title;
    private final HBox figures = Texts.line("figures");
    private final List<Cell> cells = new ArrayList<>();
    private final Label clock = Texts.label("", "value");

    /** One figure's two labels; they are kept and rewritten, so that nothing flickers. */
    private record Cell(VBox box, Label what, Label value, Tooltip tip) {}

    TopBar(ConsoleTitle title, Runnable find) {
        this.title = title;
        getStyleClass().add("top-bar");
        HBox names = Texts.line("names", Texts.label("Redoubt", "title"), siteName());
        if (!title.mode().mark().isEmpty()) {
            names.getChildren().add(Texts.label(title.mode().mark(), "mark"));
        }
        names.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(names, findButton(find), figures, Texts.spring(), deskAndTime());
        tick();
    }

    private Label siteName() {
        Label name = Texts.label(Shown.text(title.site(), SITE_NAME), "site-name");
        name.setId("site-name");
        return name;
    }

    private Button findButton(Runnable find) {
        Button button = Texts.button("", find, "find-button");
        button.setId("find");
        HBox row = Texts.line(
                "find-row",
                Texts.label("Find host, VM, port, action…"),
                Texts.spring(),
                Texts.label("Ctrl K", "small"));
        button.setGraphic(row);
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setMaxWidth(400);
        button.setMinWidth(160);
        button.setAccessibleText("Find a host, VM, port or action");
        return button;
    }

    private VBox deskAndTime() {
        String may = title.mayAct() ? "may operate" : "looks only";
        String who = Shown.text(title.desk(), 24) + " · " + Shown.text(title.operator(), 24) + " · " + may;
        VBox box = Texts.stack("figure", Texts.label(who, "what"), clock);
        box.getStyleClass().add("at-end");
        box.setAlignment(Pos.CENTER_RIGHT);
        box.setMinWidth(USE_PREF_SIZE);
        clock.setId("clock");
        return box;
    }

    /** Shows the time that it is. */
    void tick() {
        clock.setText(TIME.format(title.wall().instant()));
    }

    void show(Figures newest) {
        List<Figures.Figure> shown = newest.shown(!title.mode().still());
        while (cells.size() < shown.size()) {
            cells.add(cell());
        }
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Texts.shown(cell.box(), i < shown.size());
            if (i < shown.size()) {
                Figures.Figure figure = shown.get(i);
                cell.what().setText(figure.what());
                cell.value().setText(figure.value());
                cell.tip().setText(figure.explained());
                Texts.level(cell.value(), figure.level());
            }
        }
    }

    private Cell cell() {
        Label what = Texts.label("", "what");
        Label value = Texts.label("", "value");
        VBox box = Texts.stack("figure", what, value);
        box.setMinWidth(USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        Tooltip.install(box, tip);
        figures.getChildren().add(box);
        return new Cell(box, what, value, tip);
    }
}
