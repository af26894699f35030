package org.redoubt.topology.plan;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a cluster foretells of moving one of its resources.
 *
 * @param others what else would happen: resources that would move or stop, nodes that would be shot
 */
public record Foretold(Way way, List<Other> others) {

    /** What becomes of the resource itself. */
    public enum Way {
        LIVE,
        /** The cluster calls it a move all the same. */
        STOP_AND_START,
        /** Some rule of the cluster is stronger, or the node takes nothing. */
        STAYS
    }

    /**
     * Something else that would happen.
     *
     * @param name of the resource or node that it happens to
     * @param words for people, a line
     */
    public record Other(String name, String words) {}

    /** Nothing was foretold yet. */
    public static final Foretold NOTHING = new Foretold(Way.STAYS, List.of());

    public Foretold {
        others = List.copyOf(others);
    }

    /** What else would happen, in one line; empty when nothing would. */
    public String besides() {
        return others.stream().map(Other::words).collect(Collectors.joining("; "));
    }
}
