package org.redoubt.views.console;

import java.util.Optional;
import java.util.function.Consumer;
import org.redoubt.controllers.watch.Follower;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.ElementId;
import org.redoubt.views.fx.Pulse;
import org.redoubt.views.table.VmLines;
import org.redoubt.views.table.VmTable;

/** The table of VMs, whose lines are sorted on a thread of their own for as long as somebody reads them. */
final class TableReading {

    private final VmTable table;
    private final Follower follower;
    private volatile boolean read;

    /** @param rest milliseconds between two sites that it shows */
    TableReading(Watch watch, long rest, Consumer<Optional<ElementId>> select, Consumer<ElementId> move) {
        table = new VmTable(select, move, this::ask);
        Pulse<VmLines.View> views = new Pulse<>(table::show);
        VmLines lines = new VmLines();
        follower = watch.follow("table", rest, site -> {
            if (read) {
                views.offer(lines.follow(site, table.wish()));
            }
        });
    }

    VmTable table() {
        return table;
    }

    /** Whether anybody reads it. */
    void read(boolean now) {
        if (now && !read) {
            read = true;
            ask();
        }
        read = now;
    }

    private void ask() {
        if (follower != null) { // a table that is being made wishes already
            follower.ask();
        }
    }

    void end() {
        follower.end();
    }
}
