package org.redoubt.views.table;

import java.util.Comparator;
import java.util.function.BiFunction;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Units;

/** What the table says of a VM, and how that is sorted. */
enum Column {
    NAME("Name", 220, (row, _) -> row.name(), Comparator.comparing(VmRow::name, Names.ORDER)),
    HOST("Host", 140, (row, _) -> row.host(), Comparator.comparing(VmRow::host, Names.ORDER)),
    STATE(
            "State",
            150,
            (row, _) -> row.stateWords(),
            Comparator.comparing((VmRow row) -> row.state().level()).thenComparing(VmRow::stateWords)),
    MEMORY("Memory", 100, (row, _) -> Units.bytes(row.memory()), Comparator.comparingLong(VmRow::memory)),
    CPUS(
            "CPUs",
            70,
            (row, _) -> row.cpus() < 0 ? Units.NONE : Long.toString(row.cpus()),
            Comparator.comparingLong(VmRow::cpus)),
    LOAD("CPU load", 90, (row, _) -> Units.share(row.load()), Comparator.comparingDouble(VmRow::load)),
    HEARD(
            "Last heard",
            100,
            (row, now) -> row.heard() < 0 ? Units.NONE : Units.age(row.age(now)),
            Comparator.comparingLong(row -> row.heard() < 0 ? Long.MIN_VALUE : -row.heard()));

    private final String title;
    private final double width;
    private final BiFunction<VmRow, Long, String> text;
    private final Comparator<VmRow> order;

    Column(String title, double width, BiFunction<VmRow, Long, String> text, Comparator<VmRow> order) {
        this.title = title;
        this.width = width;
        this.text = text;
        this.order = order;
    }

    String title() {
        return title;
    }

    double width() {
        return width;
    }

    /** What is said at {@code now}, desk milliseconds. */
    String text(VmRow row, long now) {
        return text.apply(row, now);
    }

    boolean figure() {
        return compareTo(MEMORY) >= 0;
    }

    /** Total: what is equal here comes in the order of the ids, whichever way it is sorted. */
    Comparator<VmRow> order(boolean descending) {
        return (descending ? order.reversed() : order).thenComparing(VmRow::id);
    }
}
