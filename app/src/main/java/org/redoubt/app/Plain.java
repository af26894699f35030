package org.redoubt.app;

import org.redoubt.topology.model.Visible;

/** Text from hosts and files as a terminal may show it: a hostile name changes no colour, no line and no order. */
final class Plain {

    private Plain() {}

    /** What is not seen as itself is written as an escape. */
    static String text(String text) {
        return Visible.text(text, Integer.MAX_VALUE);
    }
}
