package org.redoubt.views.palette;

import org.redoubt.topology.model.ElementId;
import org.redoubt.views.words.Status;

/** Something that was found. */
sealed interface Hit {

    /** An element that the map can fly to. */
    record Fly(ElementId id, String name, String kind, String where, Status status) implements Hit {}

    /** An action that can be done. */
    record Do(Action action) implements Hit {}
}
