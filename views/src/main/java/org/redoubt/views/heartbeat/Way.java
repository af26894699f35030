package org.redoubt.views.heartbeat;

import java.util.Comparator;
import java.util.List;
import org.redoubt.views.words.Names;

/** In which order the ways stand in which hosts are heard: the agents, the cluster's rings, the guests, the rest. */
public final class Way {

    private static final List<String> FIRST = List.of("libvirt", "ssh", "ring", "guests");

    /** The order of columns and rows. */
    public static final Comparator<String> ORDER =
            Comparator.<String>comparingInt(Way::place).thenComparing(Names.ORDER);

    private Way() {}

    private static int place(String way) {
        int place = FIRST.indexOf(way.startsWith("ring ") ? "ring" : way);
        return place < 0 ? FIRST.size() : place;
    }
}
