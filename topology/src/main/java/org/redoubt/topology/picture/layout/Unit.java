package org.redoubt.topology.picture.layout;

import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.picture.Box;
import org.redoubt.topology.picture.Layer;

/** Something with a place of its own on a large site's map, in which its parts have theirs. */
record Unit(ElementId id, Role role, Layer layer, Box box) {

    enum Role {
        HOST,
        /** Joins the others: told from afar. */
        BACKBONE,
        /** Any other equipment. */
        EQUIPMENT,
        /** Where that lies of which nobody says where it belongs. */
        SHELF
    }
}
