package org.redoubt.views.heartbeat;

import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableListBase;
import org.redoubt.topology.model.ElementId;

/**
 * The lines that the matrix shows. They are exchanged as a whole, and the table is told no more than that there are more
 * or fewer of them: what stands in its cells is written by the cells themselves.
 */
final class RowList extends ObservableListBase<BeatRow> {

    private List<BeatRow> rows = List.of();

    void show(List<BeatRow> newest) {
        List<BeatRow> before = rows;
        beginChange();
        rows = newest;
        if (newest.size() > before.size()) {
            nextAdd(before.size(), newest.size());
        } else if (newest.size() < before.size()) {
            nextRemove(newest.size(), before.subList(newest.size(), before.size()));
        }
        endChange();
    }

    /** Where the line of an element stands, or -1. */
    int indexOf(Optional<ElementId> id) {
        for (int i = 0; id.isPresent() && i < rows.size(); i++) {
            if (rows.get(i).id().equals(id.get())) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public BeatRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
