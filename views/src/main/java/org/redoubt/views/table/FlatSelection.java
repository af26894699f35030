package org.redoubt.views.table;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;

/**
 * Which VMs are selected, as one bit each, whatever the order and the filter: choosing forty thousand costs what choosing
 * one does. The toolkit's own model keeps lists, and takes a minute for half of that. The lead is the one that was chosen
 * last; the anchor the one from which a range is drawn.
 */
final class FlatSelection extends TableView.TableViewSelectionModel<VmRow> {

    private static final int NONE = -1;

    private final TableView<VmRow> table;
    private final RowList rows;
    private final BitSet chosen = new BitSet();
    private final Positions positions = new Positions();
    private int lead = NONE;
    private int anchor = NONE;

    FlatSelection(TableView<VmRow> table, RowList rows) {
        super(table);
        this.table = table;
        this.rows = rows;
        setSelectionMode(SelectionMode.MULTIPLE);
    }

    // --- what this table's own keys and mouse do

    /** This one and no other; -1 none. */
    void only(int index) {
        chosen.clear();
        lead = slot(index);
        anchor = lead;
        if (lead != NONE) {
            chosen.set(lead);
        }
        told();
    }

    /** Everything from the anchor to here, and nothing else. */
    void rangeTo(int index) {
        int from = anchor == NONE ? index : rows.indexOf(anchor);
        from = from < 0 ? index : from;
        chosen.clear();
        anchor = slot(from);
        for (int i = Math.min(from, index); i <= Math.max(from, index); i++) {
            chosen.set(slot(i));
        }
        lead = slot(index);
        told();
    }

    /** Adds this one, or takes it out. */
    void toggle(int index) {
        int slot = slot(index);
        chosen.flip(slot);
        anchor = slot;
        lead = chosen.get(slot) ? slot : NONE;
        told();
    }

    /** All that are shown. */
    void everything() {
        for (int i = 0; i < rows.size(); i++) {
            chosen.set(slot(i));
        }
        if (lead == NONE && !rows.isEmpty()) {
            lead = slot(0);
        }
        told();
    }

    /** What is shown has changed: those that are gone are no longer chosen. */
    void rowsChanged() {
        chosen.and(rows.view().present());
        if (lead != NONE && !chosen.get(lead)) {
            lead = NONE;
        }
        told();
    }

    /** How many are chosen, shown or not. */
    int count() {
        return chosen.cardinality();
    }

    /** Where the one stands that was chosen last, or -1. */
    int leadIndex() {
        return lead == NONE ? NONE : rows.indexOf(lead);
    }

    private int slot(int index) {
        return index < 0 || index >= rows.size() ? NONE : rows.get(index).slot();
    }

    private void told() {
        int index = leadIndex();
        setSelectedIndex(index);
        setSelectedItem(index < 0 ? null : rows.get(index));
        positions.told();
    }

    private <T> ObservableList<T> each(IntFunction<T> of) {
        ObservableList<T> all = FXCollections.observableArrayList();
        all.setAll(Arrays.stream(positions.shown()).mapToObj(of).toList());
        return all;
    }

    /** What the toolkit listens to; that it changed is told without saying what of it. */
    @SuppressWarnings("rawtypes") // as the model's own method wants it
    private final class Positions extends ObservableListBase<TablePosition> {
        /** Where those stand that are chosen; until something changes. */
        private int[] shown;

        private void told() {
            shown = null;
            beginChange();
            nextUpdate(0);
            endChange();
        }

        @Override
        public TablePosition get(int index) {
            return new TablePosition<>(table, shown()[index], null);
        }

        @Override
        public int size() {
            return shown().length;
        }

        private int[] shown() {
            if (shown == null) {
                shown = IntStream.range(0, rows.size())
                        .filter(FlatSelection.this::isSelected)
                        .toArray();
            }
            return shown;
        }
    }

    // --- what the toolkit asks for and does by itself

    @Override
    @SuppressWarnings("rawtypes")
    public ObservableList<TablePosition> getSelectedCells() {
        return positions;
    }

    @Override
    public ObservableList<Integer> getSelectedIndices() {
        return rows == null ? FXCollections.emptyObservableList() : each(index -> index);
    }

    @Override
    public ObservableList<VmRow> getSelectedItems() {
        return rows == null ? FXCollections.emptyObservableList() : each(rows::get);
    }

    @Override
    public boolean isSelected(int index) {
        int slot = slot(index);
        return slot != NONE && chosen.get(slot);
    }

    @Override
    public boolean isSelected(int row, TableColumn<VmRow, ?> column) {
        return isSelected(row);
    }

    @Override
    public boolean isEmpty() {
        return chosen.isEmpty();
    }

    @Override
    public void select(int index) {
        only(index);
    }

    @Override
    public void select(VmRow row) {
        only(row == null ? NONE : rows.indexOf(row.slot()));
    }

    @Override
    public void select(int row, TableColumn<VmRow, ?> column) {
        only(row);
    }

    @Override
    public void clearAndSelect(int index) {
        only(index);
    }

    @Override
    public void clearAndSelect(int row, TableColumn<VmRow, ?> column) {
        only(row);
    }

    @Override
    public void selectIndices(int row, int... others) {
        only(row);
        for (int other : others) {
            toggle(other);
        }
    }

    @Override
    public void selectRange(int from, int to) {
        only(from);
        rangeTo(from < to ? to - 1 : to + 1);
    }

    @Override
    public void selectAll() {
        everything();
    }

    @Override
    public void clearSelection(int index) {
        if (isSelected(index)) {
            toggle(index);
        }
    }

    @Override
    public void clearSelection(int row, TableColumn<VmRow, ?> column) {
        clearSelection(row);
    }

    @Override
    public void clearSelection() {
        if (rows != null) {
            only(NONE);
        }
    }

    @Override
    public void selectFirst() {
        only(rows.isEmpty() ? NONE : 0);
    }

    @Override
    public void selectLast() {
        only(rows.size() - 1);
    }

    @Override
    public void selectPrevious() {
        only(Math.max(0, leadIndex() - 1));
    }

    @Override
    public void selectNext() {
        only(Math.min(rows.size() - 1, leadIndex() + 1));
    }

    @Override
    public void selectLeftCell() {}

    @Override
    public void selectRightCell() {}

    @Override
    public void selectAboveCell() {
        selectPrevious();
    }

    @Override
    public void selectBelowCell() {
        selectNext();
    }
}
