package org.redoubt.views.table;

import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * The lines that a table shows. They are exchanged as a whole, and the table is told no more than that there are more or
 * fewer of them: what stands in its cells is written by the cells themselves, so that it need not make them anew.
 */
final class RowList extends ObservableListBase<VmRow> {

    private VmLines.View view = VmLines.View.EMPTY;

    VmLines.View view() {
        return view;
    }

    /** Whether other VMs stand at other places now. */
    boolean show(VmLines.View newest) {
        List<VmRow> before = view.rows();
        boolean moved = newest.order() != view.order();
        int size = newest.rows().size();
        beginChange();
        view = newest;
        if (size > before.size()) {
            nextAdd(before.size(), size);
        } else if (size < before.size()) {
            nextRemove(size, before.subList(size, before.size()));
        }
        endChange();
        return moved;
    }

    /** Where the VM of a slot stands, or -1. */
    int indexOf(int slot) {
        List<VmRow> rows = view.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).slot() == slot) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public VmRow get(int index) {
        return view.rows().get(index);
    }

    @Override
    public int size() {
        return view.rows().size();
    }
}
