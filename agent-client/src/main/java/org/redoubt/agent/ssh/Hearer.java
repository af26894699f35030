package org.redoubt.agent.ssh;

import java.util.List;
import org.redoubt.agent.probe.Reader;

/**
 * Who speaks of what hosts answer.
 *
 * @param kind of the source in whose name it is said: {@code ssh} of what a host says of itself
 * @param readers what is read out of each round
 * @param seldom whether some of what they read is asked seldom. Then each round is read twice, to tell what was heard anew;
 *     such readers remember nothing
 */
public record Hearer(String kind, List<Reader> readers, boolean seldom) {

    /** The kind of the source that also says how the connection itself stands; there is always one. */
    public static final String SSH = "ssh";

    public Hearer {
        readers = List.copyOf(readers);
    }
}
