package org.redoubt.views.console;

import java.util.List;
import java.util.Optional;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Fit;
import org.redoubt.views.topology.MapActions;

/** What the map asks and tells, passed on to the window. */
final class MapGestures implements MapActions {

    private final ConsoleWindow window;
    private final MigrateVm migrate;

    MapGestures(ConsoleWindow window, MigrateVm migrate) {
        this.window = window;
        this.migrate = migrate;
    }

    @Override
    public void selected(Optional<ElementId> id) {
        window.select(id);
    }

    @Override
    public List<Fit> fits(ElementId vm) {
        return migrate.fits(vm);
    }

    @Override
    public void dropped(ElementId vm, ElementId host) {
        window.plan(vm, host);
    }

    @Override
    public void moveRequested(ElementId vm) {
        window.move(vm);
    }

    @Override
    public void listRequested(ElementId vm) {
        window.list(vm);
    }

    @Override
    public void opened(ElementId id) {
        window.fly(id);
    }
}
