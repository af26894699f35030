package org.redoubt.views.palette;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.parts.Sheet;
import org.redoubt.views.parts.SheetPane;
import org.redoubt.views.parts.Texts;

/** A line to type in and what it finds below; up and down choose, Enter flies there or does it, Esc leaves. */
public final class Palette implements Sheet {

    /** Until the style sheet says how high a row is. */
    private static final double ROW = 28;

    private final TextField field = new TextField();
    private final ListView<Hit> list = new ListView<>();
    private final VBox box = Texts.stack("paper", field, list);
    private final SheetPane pane;
    private final Search search;
    private final Supplier<List<Action>> actions;
    private final Consumer<ElementId> fly;
    private String answered = "";
    private boolean hasty;

    /**
     * @param begun what stands in the line to begin with
     * @param fly is given the element that was chosen
     */
    public Palette(
            SheetPane pane, Search search, Supplier<List<Action>> actions, String begun, Consumer<ElementId> fly) {
        this.pane = pane;
        this.search = search;
        this.actions = actions;
        this.fly = fly;
        box.getStyleClass().add("palette");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        field.getStyleClass().add("palette-field");
        field.setId("palette-field");
        field.setPromptText("Find host, VM, port, action…   (> for actions only)");
        field.textProperty().addListener((_, _, _) -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.fixedCellSizeProperty().subscribe(this::fitRows);
        list.insetsProperty().subscribe(this::fitRows);
        list.setCellFactory(_ -> new HitCell());
        list.setPlaceholder(Texts.label("Nothing is called that.", "dim"));
        list.setOnMouseClicked(_ -> choose());
        box.getChildren()
                .add(Texts.line(
                        "palette-hint",
                        Texts.label("↑ ↓ choose", "small", "faint"),
                        Texts.label("Enter goes there or does it", "small", "faint"),
                        Texts.label("Esc leaves", "small", "faint")));
        search.begin(this::answered, this::again);
        box.sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                search.end();
            }
        });
        find();
        if (!begun.isEmpty()) {
            field.setText(begun);
            field.end();
        }
    }

    private void find() {
        hasty = false;
        search.ask(field.getText(), actions.get());
    }

    private void again() {
        search.ask(field.getText(), actions.get());
    }

    private void answered(String query, List<Hit> hits) {
        if (!query.equals(field.getText())) {
            return; // what was typed meanwhile is being looked for
        }
        Hit before = query.equals(answered) ? list.getSelectionModel().getSelectedItem() : null;
        answered = query;
        list.getItems().setAll(hits);
        list.getSelectionModel().select(Math.max(0, hits.indexOf(before)));
        fitRows();
        if (hasty) {
            hasty = false;
            choose();
        }
    }

    private void fitRows() {
        double rows = Math.max(1, list.getItems().size());
        list.setPrefHeight(rows * list.getFixedCellSize() + list.snappedTopInset() + list.snappedBottomInset());
    }

    private void key(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> step(key, 1);
            case UP -> step(key, -1);
            case ENTER -> {
                key.consume();
                choose();
            }
            default -> {}
        }
    }

    private void step(KeyEvent key, int by) {
        key.consume();
        int size = list.getItems().size();
        if (size > 0) {
            int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(next);
        }
    }

    private void choose() {
        if (!answered.equals(field.getText())) {
            hasty = true; // Enter came before the answer, which is then taken
            return;
        }
        Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit == null) {
            return;
        }
        pane.leave(); // first, so that what it does may open a sheet of its own
        switch (hit) {
            case Hit.Fly found -> fly.accept(found.id());
            case Hit.Do(Action action) -> action.run().run();
        }
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Node first() {
        return field;
    }

    @Override
    public Pos place() {
        return Pos.TOP_CENTER;
    }

    @Override
    public boolean light() {
        return true;
    }
}
