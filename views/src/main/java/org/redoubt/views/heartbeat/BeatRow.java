package org.redoubt.views.heartbeat;

import java.util.List;
import java.util.Locale;
import org.redoubt.topology.heartbeat.Beat;
import org.redoubt.topology.model.ElementId;

/**
 * A line of the matrix: a host, or the cluster that stands above its hosts.
 *
 * @param clock what runs out on it, in words; empty when nothing does
 * @param cells one for each column; none of a cluster
 */
record BeatRow(ElementId id, boolean host, String name, String clock, List<BeatCell> cells) {

    BeatRow {
        cells = List.copyOf(cells);
    }

    boolean abnormal() {
        return !clock.isEmpty() || cells.stream().anyMatch(BeatCell::abnormal);
    }

    int rank() {
        int worst = clock.isEmpty() ? -1 : BeatCell.rank(Beat.Level.SILENT);
        for (BeatCell cell : cells) {
            worst = Math.max(worst, cell.rank());
        }
        return worst;
    }

    BeatCell cell(int column) {
        return column < cells.size() ? cells.get(column) : BeatCell.NONE;
    }

    boolean matches(String words) {
        return name.toLowerCase(Locale.ROOT).contains(words);
    }

    BeatRow doubted() {
        return new BeatRow(
                id, host, name, clock, cells.stream().map(BeatCell::doubted).toList());
    }
}
