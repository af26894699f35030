package org.redoubt.views.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Durations;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.views.parts.Sheet;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Shown;

/**
 * Where to: every host with what it says, those that fit first, those that cannot last and with all their reasons.
 * Choosing one opens its plan; nothing moves here.
 */
public final class TargetChooser implements Sheet {

    private static final int NAME = 48;

    /** A host as it stands in the list. */
    record Target(Fit fit, String name) {}

    private final TextField filter = new TextField();
    private final ListView<Target> list = new ListView<>();
    private final VBox box;
    private final Supplier<List<Fit>> fits;
    private final BiFunction<ElementId, Integer, String> name;
    private final Consumer<ElementId> choose;
    private List<Target> all = List.of();

    /**
     * @param fits what the hosts say, best first
     * @param name names an element, within so many characters
     * @param choose is given the host
     */
    public TargetChooser(
            ElementId vm,
            Supplier<List<Fit>> fits,
            BiFunction<ElementId, Integer, String> name,
            Runnable leave,
            Consumer<ElementId> choose) {
        this.fits = fits;
        this.name = name;
        this.choose = choose;
        filter.setPromptText("Filter hosts");
        filter.setId("target-filter");
        filter.textProperty().addListener((_, _, _) -> narrow());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("targets");
        list.getStyleClass().add("targets");
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new TargetCell());
        list.setPlaceholder(Texts.label("No host is called that.", "dim"));
        list.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                choose();
            }
        });
        VBox head = Texts.stack(
                "sheet-head",
                Texts.wrapped("Move " + name.apply(vm, NAME) + " to…", "title"),
                Texts.label("Choosing a host shows the plan. Nothing moves yet.", "dim"));
        VBox body = Texts.stack("sheet-body", filter, list);
        HBox foot = Texts.line(
                "sheet-foot",
                Texts.label("↑ ↓ choose · Enter shows the plan", "small", "dim"),
                Texts.spring(),
                Texts.button("Leave", leave),
                Texts.button("Show the plan", this::choose, "primary"));
        box = Texts.stack("paper", head, body, foot);
        box.setId("target-chooser");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        refresh();
    }

    /** Asks the hosts' answers anew; what is chosen stays chosen. */
    public void refresh() {
        List<Target> newest = fits.get().stream()
                .map(fit -> new Target(fit, name.apply(fit.host(), NAME)))
                .toList();
        if (!newest.equals(all)) {
            all = newest;
            narrow();
        }
    }

    private void narrow() {
        Target before = list.getSelectionModel().getSelectedItem();
        String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(all.stream()
                        .filter(target -> target.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList());
        int again = before == null ? -1 : indexOf(before.fit().host());
        list.getSelectionModel().clearAndSelect(Math.max(0, again));
    }

    private int indexOf(ElementId host) {
        for (int i = 0; i < list.getItems().size(); i++) {
            if (Objects.equals(list.getItems().get(i).fit().host(), host)) {
                return i;
            }
        }
        return -1;
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) {
            key.consume();
            choose();
        } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.UP) {
            key.consume();
            int size = list.getItems().size();
            if (size > 0) {
                int by = key.getCode() == KeyCode.DOWN ? 1 : -1;
                int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, size - 1);
                list.getSelectionModel().clearAndSelect(next);
                list.scrollTo(next);
            }
        }
    }

    private void choose() {
        Target target = list.getSelectionModel().getSelectedItem();
        if (target != null) {
            choose.accept(target.fit().host());
        }
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node first() {
        return filter;
    }

    private static final class TargetCell extends ListCell<Target> {
        @Override
        protected void updateItem(Target target, boolean empty) {
            super.updateItem(target, empty);
            setText(null);
            setGraphic(empty || target == null ? null : row(target));
            setPrefWidth(0); // rows wrap in the list's width instead of widening it
        }

        private static Node row(Target target) {
            Fit fit = target.fit();
            Level level = level(fit);
            Label says = Texts.label(words(fit), "small", level == Level.NORMAL ? "dim" : level.style());
            VBox what = Texts.stack("what");
            what.getChildren().add(Texts.line("row-line", Texts.label(target.name(), "strong"), Texts.spring(), says));
            reasons(fit).forEach(reason -> what.getChildren().add(Texts.wrapped(reason, "small", "dim")));
            HBox.setHgrow(what, javafx.scene.layout.Priority.ALWAYS);
            return Texts.line("target-row", Texts.mark(level), what);
        }

        private static Level level(Fit fit) {
            return switch (fit.verdict()) {
                case FITS -> Level.NORMAL;
                case FITS_BUT -> Level.WARNING;
                case CANNOT -> Level.CRITICAL;
            };
        }

        private static String words(Fit fit) {
            String time = fit.prediction()
                    .filter(Prediction::converges)
                    .map(predicted ->
                            " · " + Durations.of(predicted.total()) + " · pause " + Durations.of(predicted.pause()))
                    .orElse("");
            return switch (fit.verdict()) {
                case FITS -> "fits" + time;
                case FITS_BUT -> "fits, but" + time;
                case CANNOT -> "cannot";
            };
        }

        private static List<String> reasons(Fit fit) {
            List<String> reasons = new ArrayList<>();
            for (Objection objection : fit.objections()) {
                String fix = objection.fix().isEmpty() ? "" : " Fix: " + Shown.text(objection.fix());
                reasons.add(Shown.text(objection.says()) + "." + fix);
            }
            fit.costs().forEach(cost -> reasons.add(Shown.text(cost)));
            return reasons;
        }
    }
}
