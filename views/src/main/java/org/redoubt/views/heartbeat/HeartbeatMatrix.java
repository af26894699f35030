package org.redoubt.views.heartbeat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.heartbeat.BeatLines.View;
import org.redoubt.views.heartbeat.BeatLines.Wish;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;

/**
 * Every host as a line and each way in which it is heard as a column. Each cell says by a shape, a word and the seconds
 * how it is heard; what is well has no colour. What is judged and sorted comes from elsewhere as a value.
 */
public final class HeartbeatMatrix extends VBox {

    private static final double NAME_WIDTH = 240;
    private static final double MOST_NAME_WIDTH = 400;
    private static final double CELL_WIDTH = 150;
    private static final double MOST_CELL_WIDTH = 220;

    private final RowList rows = new RowList();
    private final TableView<BeatRow> table = new TableView<>();
    private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private final TextField filter = new TextField();
    private final ToggleButton abnormal = toggle("Only abnormal", "beats-abnormal");
    private final ToggleButton worst = toggle("Worst first", "beats-worst");
    private final Label count = Texts.label("", "small", "dim");
    private final Label doubt = Texts.label(
            "◌ Most hosts fell silent at once: this desk's own link is in doubt, and none of them is judged.",
            "strong");
    private final Label nothing = Texts.label("");
    private final Consumer<Optional<ElementId>> select;
    private final Runnable wished;
    private List<String> ways = List.of();
    private Optional<ElementId> wanted = Optional.empty();
    private boolean showing;
    private volatile Wish wish = Wish.ALL;

    /**
     * @param select is told which host was selected here
     * @param wished is run whenever {@link #wish} has changed
     */
    public HeartbeatMatrix(Consumer<Optional<ElementId>> select, Runnable wished) {
        this.select = select;
        this.wished = wished;
        getStyleClass().add("tab-body");
        filter.setPromptText("Filter by host or cluster");
        filter.setId("beats-filter");
        filter.setMaxWidth(240);
        filter.textProperty().addListener((_, _, _) -> wishes());
        worst.setSelected(true);
        abnormal.selectedProperty().addListener((_, _, _) -> wishes());
        worst.selectedProperty().addListener((_, _, _) -> wishes());
        HBox bar = Texts.line(
                "row-line",
                filter,
                abnormal,
                worst,
                count,
                Texts.spring(),
                Texts.label(
                        "● heard  ▲ late  ◆ suspect  ○ silent: not down  ✕ said to be down  ◌ not judged",
                        "small",
                        "dim"));
        doubt.setId("beats-doubt");
        Texts.shown(doubt, false);
        table.setId("beats");
        table.getStyleClass().add("beats");
        table.setPlaceholder(nothing);
        table.setItems(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().selectedIndexProperty().addListener((_, _, index) -> chosen(index.intValue()));
        columns(List.of());
        show(View.EMPTY);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, doubt, table);
    }

    private static ToggleButton toggle(String text, String id) {
        ToggleButton button = new ToggleButton(text);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.getStyleClass().add("small-toggle");
        return button;
    }

    private void columns(List<String> newest) {
        ways = newest;
        table.getColumns().clear();
        TableColumn<BeatRow, BeatRow> host = column("Host", NAME_WIDTH, Cell.NAME);
        host.setMaxWidth(MOST_NAME_WIDTH); // what is to be read stands near its name
        table.getColumns().add(host);
        for (int i = 0; i < newest.size(); i++) {
            TableColumn<BeatRow, BeatRow> way = column(newest.get(i), CELL_WIDTH, i);
            way.setMaxWidth(MOST_CELL_WIDTH); // and near what is said of its other ways
            table.getColumns().add(way);
        }
        table.getColumns().add(column("What runs out", CELL_WIDTH, Cell.CLOCK));
    }

    private TableColumn<BeatRow, BeatRow> column(String title, double width, int what) {
        TableColumn<BeatRow, BeatRow> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(what));
        return column;
    }

    /** A cell that is written anew when the lines are exchanged under it. */
    private final class Cell extends TableCell<BeatRow, BeatRow> {
        private static final int NAME = -1;
        private static final int CLOCK = -2;

        private final int what;
        private final Tooltip tip = new Tooltip();

        private Cell(int what) {
            this.what = what;
            cells.add(this);
        }

        @Override
        protected void updateItem(BeatRow row, boolean empty) {
            super.updateItem(row, empty);
            write();
        }

        private void write() {
            int index = getIndex();
            BeatRow row = isEmpty() || index < 0 || index >= rows.size() ? null : rows.get(index);
            if (row == null) {
                setText(null);
                setTooltip(null);
                return;
            }
            BeatCell cell = what >= 0 ? row.cell(what) : BeatCell.NONE;
            Level level = switch (what) {
                case NAME -> Level.NORMAL;
                case CLOCK -> row.clock().isEmpty() ? Level.NORMAL : Level.WARNING;
                default -> cell.level();
            };
            setText(
                    switch (what) {
                        case NAME -> row.name();
                        case CLOCK -> row.clock().isEmpty() ? "" : "◷ " + row.clock();
                        default -> cell.text();
                    });
            Texts.level(this, level);
            style("strong", !row.host() || level.compareTo(Level.WARNING) >= 0);
            style("beats-name", what == NAME);
            style("beats-cluster", !row.host());
            tip.setText(
                    row.name() + " · " + (what >= 0 && what < ways.size() ? ways.get(what) : "") + "\n" + cell.told());
            setTooltip(cell.told().isEmpty() ? null : tip);
        }

        private void style(String name, boolean on) {
            if (!on) {
                getStyleClass().remove(name);
            } else if (!getStyleClass().contains(name)) {
                getStyleClass().add(name);
            }
        }
    }

    /** What it is to be given. Any thread. */
    public Wish wish() {
        return wish;
    }

    private void wishes() {
        Wish newest = new Wish(filter.getText(), worst.isSelected(), abnormal.isSelected());
        if (!newest.equals(wish)) {
            wish = newest;
            wished.run();
        }
    }

    /** The newest lines. What is selected stays selected, wherever it stands now. */
    public void show(View newest) {
        showing = true;
        if (!newest.ways().equals(ways)) {
            columns(newest.ways());
        }
        boolean otherWish = !newest.rows().isEmpty() && rows.isEmpty();
        rows.show(newest.rows());
        place();
        showing = false;
        cells.forEach(Cell::write);
        Texts.shown(doubt, newest.link().inDoubt());
        String few = newest.abnormal() == 0 ? "all as they should be" : newest.abnormal() + " abnormal";
        count.setText(newest.hosts() == 0 ? "" : newest.hosts() + " hosts, " + few);
        nothing.setText(
                newest.hosts() == 0
                        ? "No heartbeat is known yet: it takes two beats to know a rhythm."
                        : "Nothing here is abnormal, or nothing is called so.");
        if (otherWish) {
            bringIntoSight();
        }
    }

    private void place() {
        int index = rows.indexOf(wanted);
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
        } else {
            table.getSelectionModel().clearSelection();
        }
    }

    private void chosen(int index) {
        if (showing || index < 0 || index >= rows.size()) {
            return;
        }
        Optional<ElementId> now =
                Optional.of(rows.get(index).id()).filter(_ -> rows.get(index).host() || real(index));
        if (now.isPresent() && !now.equals(wanted)) {
            wanted = now;
            select.accept(now);
        }
    }

    /** Those in no cluster stand under a line that is of no element. */
    private boolean real(int index) {
        return !rows.get(index).id().equals(BeatLines.NOWHERE);
    }

    /** Selects what is selected elsewhere, where it stands here. */
    public void select(Optional<ElementId> id) {
        if (!id.equals(wanted)) {
            wanted = id;
            showing = true;
            place();
            showing = false;
            bringIntoSight();
        }
    }

    private void bringIntoSight() {
        int index = rows.indexOf(wanted);
        if (index >= 0) {
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /** Puts the keyboard into the matrix. */
    public void takeFocus() {
        table.requestFocus();
        if (table.getSelectionModel().isEmpty() && !rows.isEmpty()) {
            table.getFocusModel().focus(0);
        }
    }
}
