package org.redoubt.views.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.views.parts.Texts;
import org.redoubt.views.words.Level;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Units;

/** Every VM as a line: sorted by any column, filtered by words, moved by {@code M}. It shows what the map shows. */
public final class VmTable extends VBox {

    private final ObservableList<VmRow> rows = FXCollections.observableArrayList();
    private final FilteredList<VmRow> filtered = new FilteredList<>(rows);
    private final TableView<VmRow> table = new TableView<>();
    private final TextField filter = new TextField();
    private final Label count = Texts.label("", "small", "dim");
    private final Consumer<Optional<ElementId>> select;
    private Optional<ElementId> wanted = Optional.empty();
    private boolean quiet;

    /**
     * @param select is told what was selected here
     * @param move is given the VM that is to be moved
     */
    public VmTable(Consumer<Optional<ElementId>> select, Consumer<ElementId> move) {
        this.select = select;
        getStyleClass().add("tab-body");
        filter.setPromptText("Filter by name, host or state");
        filter.setId("vm-filter");
        filter.setMaxWidth(320);
        filter.setPrefWidth(320);
        filter.textProperty().addListener((_, _, text) -> narrow(text));
        HBox bar = Texts.line(
                "row-line", filter, count, Texts.spring(), Texts.label("M moves the selected VM", "small", "faint"));
        table.setId("vm-table");
        table.setPlaceholder(Texts.label("No VM is known yet."));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        columns();
        SortedList<VmRow> sorted = new SortedList<>(filtered);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> selected(row));
        table.addEventHandler(KeyEvent.KEY_PRESSED, key -> key(key, move));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar, table);
    }

    private void columns() {
        TableColumn<VmRow, VmRow> name =
                column("Name", 220, VmRow::name, Comparator.comparing(VmRow::name, Names.ORDER));
        add(name);
        add(column("Host", 140, VmRow::host, Comparator.comparing(VmRow::host, Names.ORDER)));
        add(column(
                "State",
                150,
                VmRow::stateWords,
                Comparator.comparing((VmRow row) -> row.state().level()).thenComparing(VmRow::stateWords)));
        add(figures(column("Memory", 100, row -> Units.bytes(row.memory()), Comparator.comparingLong(VmRow::memory))));
        add(figures(column(
                "CPUs",
                70,
                row -> row.cpus() < 0 ? Units.NONE : Long.toString(row.cpus()),
                Comparator.comparingLong(VmRow::cpus))));
        add(figures(column("CPU load", 90, row -> Units.share(row.load()), Comparator.comparingDouble(VmRow::load))));
        add(figures(column("Last heard", 100, row -> Units.age(row.age()), Comparator.comparingLong(VmRow::age))));
        table.getSortOrder().add(name);
    }

    private void add(TableColumn<VmRow, VmRow> column) {
        table.getColumns().add(column);
    }

    private static TableColumn<VmRow, VmRow> column(
            String title, double width, Function<VmRow, String> text, Comparator<VmRow> order) {
        TableColumn<VmRow, VmRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setComparator(order.thenComparing(VmRow::id));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        boolean state = title.equals("State");
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(VmRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : text.apply(row));
                if (state) {
                    Texts.level(
                            this,
                            empty || row == null ? Level.NORMAL : row.state().level());
                }
            }
        });
        return column;
    }

    private static TableColumn<VmRow, VmRow> figures(TableColumn<VmRow, VmRow> column) {
        column.getStyleClass().add("figure-cell");
        return column;
    }

    /** The table would move its selection to whatever row comes to stand there, which nobody has chosen. */
    private void narrow(String text) {
        quiet = true;
        filtered.setPredicate(text.isBlank() ? null : row -> row.matches(text));
        quiet = false;
        reselect(wanted, true);
        count();
    }

    private void count() {
        count.setText(
                filtered.size() == rows.size()
                        ? rows.size() + " VMs"
                        : filtered.size() + " of " + rows.size() + " VMs");
    }

    private void selected(VmRow row) {
        if (!quiet && row != null) {
            select.accept(Optional.of(row.id()));
        }
    }

    private void key(KeyEvent key, Consumer<ElementId> move) {
        VmRow row = table.getSelectionModel().getSelectedItem();
        boolean plain = !key.isShortcutDown() && !key.isAltDown();
        if (row != null && plain && (key.getCode() == KeyCode.M || key.getCode() == KeyCode.ENTER)) {
            key.consume();
            move.accept(row.id());
        }
    }

    /** The newest site. What is selected stays selected. */
    public void show(Site site) {
        List<VmRow> newest = VmRow.of(site);
        if (newest.equals(rows)) {
            return;
        }
        VmRow before = table.getSelectionModel().getSelectedItem();
        quiet = true;
        rows.setAll(newest);
        quiet = false;
        reselect(wanted.or(() -> Optional.ofNullable(before).map(VmRow::id)), before == null);
        count();
    }

    /** Selects what is selected elsewhere, where it is a VM. */
    public void select(Optional<ElementId> id) {
        wanted = id;
        VmRow now = table.getSelectionModel().getSelectedItem();
        if (!Optional.ofNullable(now).map(VmRow::id).equals(id)) {
            reselect(id, true);
        }
    }

    private void reselect(Optional<ElementId> id, boolean scroll) {
        quiet = true;
        try {
            List<VmRow> shown = table.getItems();
            int found = -1;
            for (int i = 0; i < shown.size() && id.isPresent() && found < 0; i++) {
                found = shown.get(i).id().equals(id.get()) ? i : -1;
            }
            if (found < 0) {
                table.getSelectionModel().clearSelection();
                return;
            }
            table.getSelectionModel().clearAndSelect(found);
            if (scroll) {
                table.scrollTo(found);
            }
        } finally {
            quiet = false;
        }
    }

    /** Puts the keyboard into the table. */
    public void takeFocus() {
        table.requestFocus();
        table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex()));
        if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }
}
