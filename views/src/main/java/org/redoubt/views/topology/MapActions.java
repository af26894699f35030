package org.redoubt.views.topology;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Fit;

/** What the map asks and tells whoever holds it. Called on the toolkit's thread; must answer at once. */
public interface MapActions {

    /** Something was chosen, or nothing any more. */
    void selected(Optional<ElementId> id);

    /** What every host says to this VM, from what is known already. */
    List<Fit> fits(ElementId vm);

    /** A VM was let go over a host. Nothing has happened yet: this asks for a plan. */
    void dropped(ElementId vm, ElementId host);

    /** A move of this VM by keyboard was asked for. */
    void moveRequested(ElementId vm);

    /** All hosts are to be listed for this VM, and not the best alone. */
    default void listRequested(ElementId vm) {
        moveRequested(vm);
    }

    /** An element was opened: Enter, or a double click. */
    void opened(ElementId id);
}
