package org.redoubt.controllers.migrate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;
import org.redoubt.topology.plan.forecast.Score;
import org.redoubt.topology.plan.move.Fitting;
import org.redoubt.topology.plan.move.Planning;

/**
 * Where a VM may go, and the plan of bringing it there; from the newest site, without asking any host anything, but for
 * {@link #foresee}.
 */
public final class MigrateVm {

    /** So many of the newest predictions a score is taken from. */
    public static final int SCORED = 12;

    private final Supplier<Site> newest;
    private final Supplier<Experience> experience;
    private final Consumer<ElementId> interest;
    private final Function<Step.ClusterMove, Foresight> cluster;

    public MigrateVm(Supplier<Site> newest) {
        this(newest, () -> Experience.NONE, vm -> {}, move -> new Foresight.Untold("nobody can ask it"));
    }

    /**
     * @param experience what past migrations taught of how long they take
     * @param interest told which VM somebody may want to move; does not block
     * @param cluster asks a cluster what a move would do; may block
     */
    public MigrateVm(
            Supplier<Site> newest,
            Supplier<Experience> experience,
            Consumer<ElementId> interest,
            Function<Step.ClusterMove, Foresight> cluster) {
        this.newest = newest;
        this.experience = experience;
        this.interest = interest;
        this.cluster = cluster;
    }

    /** Somebody looks at this VM and may want to move it: what is not known of how it writes is measured meanwhile. */
    public void interest(ElementId vm) {
        interest.accept(vm);
    }

    /** What every host of the site says to this VM, in the order of their ids; empty when the VM is not known. */
    public List<Fit> fits(ElementId vm) {
        return Fitting.of(newest.get(), vm, experience.get());
    }

    /** The targets worth proposing first: those that fit, the quickest and emptiest before the others. */
    public List<Fit> ranked(ElementId vm) {
        Site site = newest.get();
        return Fitting.ranked(site, Fitting.of(site, vm, experience.get()));
    }

    /** The plan of moving it; one with an objection that is not acceptable can be shown, and not approved. */
    public Plan plan(ElementId vm, ElementId to, Tuning tuning) {
        return plan(vm, to, tuning, new Foresight.Asking());
    }

    /** The same, with what its cluster said of it where one owns it. */
    public Plan plan(ElementId vm, ElementId to, Tuning tuning, Foresight foresight) {
        return Planning.migrate(newest.get(), vm, to, tuning, experience.get(), foresight);
    }

    /** What the cluster that owns a VM would do. It asks one of its nodes and blocks: never on the toolkit's thread. */
    public Foresight foresee(Step.ClusterMove move) {
        return cluster.apply(move);
    }

    /** How good the newest predictions between two hosts were; of the whole site where none was made between them. */
    public Scored score(ElementId from, ElementId to) {
        Score between = experience.get().score(from, to, SCORED);
        return between.runs() + between.verdicts() > 0
                ? new Scored(between, true)
                : new Scored(experience.get().score(SCORED), false);
    }

    /** @param between whether it is about the two hosts alone */
    public record Scored(Score score, boolean between) {}
}
