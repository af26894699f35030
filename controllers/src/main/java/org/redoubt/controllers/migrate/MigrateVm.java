package org.redoubt.controllers.migrate;

import java.util.List;
import java.util.function.Supplier;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.move.Fitting;
import org.redoubt.topology.plan.move.Planning;

/** Where a VM may go, and the plan of bringing it there; from the newest site, without asking any host anything. */
public final class MigrateVm {

    private final Supplier<Site> newest;

    public MigrateVm(Supplier<Site> newest) {
        this.newest = newest;
    }

    /** What every host of the site says to this VM, in the order of their ids; empty when the VM is not known. */
    public List<Fit> fits(ElementId vm) {
        return Fitting.of(newest.get(), vm);
    }

    /** The targets worth proposing first: those that fit, the quickest and emptiest before the others. */
    public List<Fit> ranked(ElementId vm) {
        Site site = newest.get();
        return Fitting.ranked(site, Fitting.of(site, vm));
    }

    /** The plan of moving it; one with an objection that is not acceptable can be shown, and not approved. */
    public Plan plan(ElementId vm, ElementId to, Tuning tuning) {
        return Planning.migrate(newest.get(), vm, to, tuning);
    }
}
