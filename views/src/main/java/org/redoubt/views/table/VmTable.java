package org.redoubt.views.table;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.table.VmLines.View;
import org.redoubt.views.table.VmLines.Wish;
import org.redoubt.views.words.Level;

/**
 * Every VM as a line: sorted by any column, filtered by words, moved by {@code M}. It shows what the map shows. What is
 * sorted and filtered comes from elsewhere as a value; here the lines in sight are written, and those alone.
 */
public final class VmTable extends VBox {

    private final RowList rows = new RowList();
    private final TableView<VmRow> table = new TableView<>();
    private final FlatSelection selection = new FlatSelection(table, rows);
    private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private final TextField filter = new TextField();
    private final Label count = Texts.label("", "small", "dim");
    private final Consumer<Optional<ElementId>> select;
    private final Consumer<ElementId> move;
    private final Runnable wished;
    private Optional<ElementId> wanted = Optional.empty();
    private boolean first;
    private volatile Wish wish = Wish.ALL;

    /**
     * @param select is told what was selected here
     * @param move is given the VM that is to be moved
     * @param wished is run whenever {@link #wish} has changed
     */
    public VmTable(Consumer<Optional<ElementId>> select, Consumer<ElementId> move, Runnable wished) {
        this.select = select;
        this.move = move;
        this.wished = wished;
        getStyleClass().add("tab-body");
        filter.setPromptText("Filter by name, host or state");
        filter.setId("vm-filter");
        filter.setMaxWidth(320);
        filter.setPrefWidth(320);
        filter.textProperty().addListener((_, _, _) -> wishes());
        HBox bar = Texts.line(
                "row-line",
                filter,
                count,
                Texts.spring(),
                Texts.label("M moves the selected VM · / filters · Shift and Ctrl choose several", "small", "faint"));
        table.setId("vm-table");
        table.setPlaceholder(Texts.label("No VM is known yet."));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (Column column : Column.values()) {
            table.getColumns().add(column(column));
        }
        table.setSelectionModel(selection);
        table.setItems(rows);
        table.setSortPolicy(_ -> {
            wishes();
            return true;
        });
        table.getSortOrder().add(table.getColumns().getFirst());
        table.setRowFactory(_ -> row());
        new TableKeys(this, table, filter).listen();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    private TableColumn<VmRow, VmRow> column(Column what) {
        TableColumn<VmRow, VmRow> column = new TableColumn<>(what.title());
        column.setUserData(what);
        column.setPrefWidth(what.width());
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new Cell(what));
        if (what.figure()) {
            column.getStyleClass().add("figure-cell");
        }
        return column;
    }

    /** A cell that is written anew when the lines are exchanged under it. */
    private final class Cell extends TableCell<VmRow, VmRow> {
        private final Column what;

        private Cell(Column what) {
            this.what = what;
            cells.add(this);
        }

        @Override
        protected void updateItem(VmRow row, boolean empty) {
            super.updateItem(row, empty);
            write();
        }

        private void write() {
            int index = getIndex();
            VmRow row = isEmpty() || index < 0 || index >= rows.size() ? null : rows.get(index);
            setText(row == null ? null : what.text(row, rows.view().now()));
            if (what == Column.STATE) {
                Texts.level(this, row == null ? Level.NORMAL : row.state().level());
            }
        }
    }

    private TableRow<VmRow> row() {
        TableRow<VmRow> row = new TableRow<>();
        TableKeys.clicks(row, this);
        return row;
    }

    /** What it is to be given. Any thread. */
    public Wish wish() {
        return wish;
    }

    private void wishes() {
        Column by = Column.NAME;
        boolean descending = false;
        if (!table.getSortOrder().isEmpty()) {
            TableColumn<VmRow, ?> column = table.getSortOrder().getFirst();
            by = (Column) column.getUserData();
            descending = column.getSortType() == TableColumn.SortType.DESCENDING;
        }
        Wish newest = new Wish(filter.getText(), by, descending);
        if (!newest.equals(wish)) {
            wish = newest;
            wished.run();
        }
    }

    /** The newest lines. What is selected stays selected, wherever it stands now. */
    public void show(View newest) {
        boolean other = !newest.wish().equals(rows.view().wish());
        boolean moved = rows.show(newest);
        if (moved) {
            selection.rowsChanged();
        }
        cells.forEach(Cell::write);
        if (first && !rows.isEmpty()) {
            first = false;
            if (table.isFocused()) {
                takeFocus();
            }
        }
        if (moved || other) {
            find(other);
        }
        count();
    }

    /** What is selected elsewhere is found here as soon as it stands here; a new order brings it into sight. */
    private void find(boolean scroll) {
        int lead = selection.leadIndex();
        boolean found = lead >= 0 && wanted.equals(Optional.of(rows.get(lead).id()));
        if (wanted.isPresent() && !found) {
            int index = indexOf(wanted.get());
            if (index >= 0) {
                selection.only(index);
                lead = index;
            }
        }
        if (scroll && lead >= 0) {
            table.scrollTo(lead);
        }
    }

    private int indexOf(ElementId id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private void count() {
        int all = rows.view().present().cardinality();
        String shown = rows.size() == all ? all + " VMs" : rows.size() + " of " + all + " VMs";
        count.setText(selection.count() > 1 ? shown + " · " + selection.count() + " selected" : shown);
    }

    /** Selects what is selected elsewhere, where it is a VM. */
    public void select(Optional<ElementId> id) {
        wanted = id;
        int lead = selection.leadIndex();
        if (id.equals(lead < 0 ? Optional.empty() : Optional.of(rows.get(lead).id()))) {
            return;
        }
        int index = id.map(this::indexOf).orElse(-1);
        selection.only(index);
        if (index >= 0) {
            table.scrollTo(index);
        }
        count();
    }

    /** Puts the keyboard into the table, and begins with the first line when none is selected. */
    public void takeFocus() {
        table.requestFocus();
        if (selection.isEmpty()) {
            first = rows.isEmpty();
            go(1, false);
        } else {
            table.scrollTo(Math.max(0, selection.leadIndex()));
        }
    }

    // --- for its keys

    /** How many lines are in sight. */
    int pageRows() {
        VirtualFlow<?> flow = flow();
        return flow == null || flow.getFirstVisibleCell() == null
                ? 1
                : flow.getLastVisibleCell().getIndex()
                        - flow.getFirstVisibleCell().getIndex();
    }

    /** Goes so many lines down, drawing a range from the anchor on {@code range}. */
    boolean go(int by, boolean range) {
        if (!rows.isEmpty()) {
            int lead = selection.leadIndex();
            int to = Math.clamp((long) (lead < 0 ? (by < 0 ? rows.size() : -1) : lead) + by, 0, rows.size() - 1);
            click(to, range, false);
            bringIntoSight(to);
        }
        return true;
    }

    private void bringIntoSight(int index) {
        VirtualFlow<?> flow = flow();
        if (flow == null || flow.getFirstVisibleCell() == null) {
            table.scrollTo(index);
        } else if (index <= flow.getFirstVisibleCell().getIndex()) {
            table.scrollTo(index);
        } else if (index >= flow.getLastVisibleCell().getIndex()) {
            table.scrollTo(Math.max(0, index - pageRows() + 1));
        }
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) table.lookup(".virtual-flow");
    }

    boolean all() {
        selection.everything();
        count();
        return true;
    }

    boolean move() {
        int lead = selection.leadIndex();
        if (lead >= 0) {
            move.accept(rows.get(lead).id());
        }
        return lead >= 0;
    }

    void click(int index, boolean range, boolean add) {
        table.requestFocus();
        if (range) {
            selection.rangeTo(index);
        } else if (add) {
            selection.toggle(index);
        } else {
            selection.only(index);
        }
        int lead = selection.leadIndex();
        wanted = lead < 0 ? Optional.empty() : Optional.of(rows.get(lead).id());
        select.accept(wanted);
        count();
    }
}
