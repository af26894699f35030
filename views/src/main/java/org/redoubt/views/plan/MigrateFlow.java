package org.redoubt.views.plan;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.views.parts.SheetPane;
import org.redoubt.views.words.Shown;

/** The way of a move: a VM, then a host, then the plan, then a yes. Whatever is left half way has changed nothing. */
public final class MigrateFlow {

    private final Executor beside;
    private final SheetPane sheets;
    private final MigrateVm migrate;
    private final String operator;
    private final Consumer<Approval> approved;
    private Site site = Site.empty("");

    /**
     * @param beside asks clusters: that takes too long for the toolkit's thread
     * @param approved is given what an operator approved
     */
    public MigrateFlow(
            SheetPane sheets, MigrateVm migrate, String operator, Executor beside, Consumer<Approval> approved) {
        this.sheets = sheets;
        this.beside = beside;
        this.migrate = migrate;
        this.operator = operator;
        this.approved = approved;
    }

    /** Asks for a host for this VM. */
    public void choose(ElementId vm) {
        sheets.open(new TargetChooser(
                vm,
                () -> migrate.ranked(vm),
                (id, most) -> Shown.text(site.nameOf(id), most),
                sheets::leave,
                host -> plan(vm, host)));
    }

    /** Shows the plan of moving it there, or all that is against it. */
    public void plan(ElementId vm, ElementId host) {
        sheets.open(new PlanSheet(vm, host, operator, planner(vm, host), sheets::leave, () -> choose(vm), approved));
    }

    private PlanSheet.Planner planner(ElementId vm, ElementId host) {
        ClusterAsked asked = new ClusterAsked(migrate::foresee, beside, this::replan);
        return new PlanSheet.Planner() {
            @Override
            public Plan plan(Tuning tuning) {
                return asked.plan(foresight -> migrate.plan(vm, host, tuning, foresight));
            }

            @Override
            public String score() {
                return site.vm(vm)
                        .flatMap(known -> known.whereabouts().host())
                        .map(from -> ScoreWords.of(migrate.score(from, host)))
                        .orElse("");
            }
        };
    }

    private void replan() {
        if (sheets.shown().orElse(null) instanceof PlanSheet plan) {
            plan.replan();
        }
    }

    /** There is a newer site: what is open says what it says now. */
    public void show(Site newest) {
        site = newest;
        switch (sheets.shown().orElse(null)) {
            case PlanSheet plan -> plan.replan();
            case TargetChooser chooser -> chooser.refresh();
            case null, default -> {}
        }
    }
}
