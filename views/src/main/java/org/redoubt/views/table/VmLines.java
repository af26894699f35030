package org.redoubt.views.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * The lines of the table, sorted and filtered, kept up to date from what changed. Confined to one thread, which is not
 * the toolkit's; what it hands out is a value.
 */
public final class VmLines {

    /**
     * What is to be shown.
     *
     * @param filter words that each line must hold
     */
    public record Wish(String filter, Column by, boolean descending) {
        static final Wish ALL = new Wish("", Column.NAME, false);

        private String[] words() {
            String words = filter.toLowerCase(Locale.ROOT).strip();
            return words.isEmpty() ? new String[0] : words.split("\\s+");
        }
    }

    /**
     * The lines as they are shown.
     *
     * @param order another number whenever other VMs stand at other places
     * @param present the slots of all VMs that there are, shown or not; not to be changed
     * @param now desk milliseconds, for ages
     */
    public record View(Wish wish, List<VmRow> rows, long order, BitSet present, long now) {
        static final View EMPTY = new View(Wish.ALL, List.of(), 0, new BitSet(), 0);
    }

    private final Map<ElementId, VmRow> rows = new HashMap<>();
    private Site site = Site.empty("");
    private View view = View.EMPTY;
    private int slots;

    /** The lines of the newest site. Takes time in what changed, and in sorting what is sorted already. */
    public View follow(Site newest, Wish wish) {
        boolean[] renamed = new boolean[1];
        site.eachDifference(newest, (was, is) -> {
            ElementId id = was == null ? is.id() : was.id();
            if (id.kind() == ElementKind.VM) {
                changed(id, is, newest);
            } else if (id.kind() == ElementKind.HOST) {
                renamed[0] |= was == null || is == null || !was.name().equals(is.name());
            }
        });
        if (renamed[0]) {
            newest.vms().forEach(vm -> changed(vm.id(), vm, newest));
        }
        site = newest;
        view = view(wish);
        return view;
    }

    private void changed(ElementId id, Element is, Site newest) {
        VmRow before = rows.get(id);
        if (is != null && is.claims().present()) {
            rows.put(id, VmRow.of(before == null ? slots++ : before.slot(), (Element.Vm) is, newest));
        } else {
            rows.remove(id);
        }
    }

    private View view(Wish wish) {
        String[] words = wish.words();
        List<VmRow> lines = new ArrayList<>(rows.size());
        BitSet taken = new BitSet(slots);
        // In the order in which they stood: what is nearly sorted is sorted quickly.
        for (VmRow before : view.rows()) {
            VmRow now = rows.get(before.id());
            if (now != null) {
                taken.set(now.slot());
                add(lines, now, words);
            }
        }
        BitSet present = new BitSet(slots);
        for (VmRow row : rows.values()) {
            present.set(row.slot());
            if (!taken.get(row.slot())) {
                add(lines, row, words);
            }
        }
        lines.sort(wish.by().order(wish.descending()));
        long order = sameOrder(lines, view.rows()) ? view.order() : view.order() + 1;
        return new View(wish, Collections.unmodifiableList(lines), order, present, site.now());
    }

    private static void add(List<VmRow> lines, VmRow row, String[] words) {
        if (row.matches(words)) {
            lines.add(row);
        }
    }

    private static boolean sameOrder(List<VmRow> lines, List<VmRow> before) {
        if (lines.size() != before.size()) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).slot() != before.get(i).slot()) {
                return false;
            }
        }
        return true;
    }
}
