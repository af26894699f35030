package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.MEMORY_FREE;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;

/** Makes plans. A plan that cannot be approved is made all the same, for its reasons are to be shown. */
public final class Planning {

    /** Who says what a predicted site holds: nobody who was heard. */
    public static final Source PREDICTED = new Source("predicted", "plan");

    private Planning() {}

    /**
     * The plan of bringing a VM to a host. It has no step when nobody knows where the VM is, when it is there already, or
     * when the site does not know one of the two.
     *
     * @param experience what past migrations taught of how long they take
     * @param foresight what its cluster says of it, where one owns it: then it is moved through that
     */
    public static Plan migrate(
            Site site, ElementId vm, ElementId to, Tuning tuning, Experience experience, Foresight foresight) {
        Optional<Move> move = Fitting.move(site, vm, to, experience);
        if (move.isEmpty()) {
            String unknown = site.vm(vm).isEmpty() ? "VM" : "host";
            Objection objection = new Objection("not-known", "the site knows no such " + unknown, "", false);
            return new Plan(
                    site.nameOf(vm) + " → " + site.nameOf(to),
                    site,
                    List.of(),
                    site,
                    List.of(objection),
                    List.of(),
                    Optional.empty());
        }
        return plan(move.get(), tuning, foresight);
    }

    /** The same while no cluster was asked. */
    public static Plan migrate(Site site, ElementId vm, ElementId to, Tuning tuning, Experience experience) {
        return migrate(site, vm, to, tuning, experience, new Foresight.Asking());
    }

    /** The same without experience. */
    public static Plan migrate(Site site, ElementId vm, ElementId to, Tuning tuning) {
        return migrate(site, vm, to, tuning, Experience.NONE);
    }

    private static Plan plan(Move move, Tuning tuning, Foresight foresight) {
        Site site = move.ground().site();
        Element.Vm vm = move.ground().vm();
        Fit fit = Fitting.fit(move, tuning);
        Optional<Element.Host> from = move.source().filter(host -> !move.sameHost());
        Optional<Step> step = from.map(host -> step(move, host, tuning, foresight));
        List<Objection> objections = new ArrayList<>(fit.objections());
        if (step.filter(Step.ClusterMove.class::isInstance).isPresent()) {
            objections.addAll(ThroughCluster.objections(foresight));
        }
        String title = vm.name() + ": " + move.source().map(Element::name).orElse("?") + " → "
                + move.target().name();
        return new Plan(
                title,
                site,
                step.stream().toList(),
                from.map(host -> moved(move, host)).orElse(site),
                objections,
                fit.costs(),
                fit.prediction());
    }

    private static Step step(Move move, Element.Host from, Tuning tuning, Foresight foresight) {
        ElementId vm = move.ground().vm().id();
        Foretold foretold = foresight instanceof Foresight.Told(Foretold told) ? told : Foretold.NOTHING;
        return ThroughCluster.resource(move.ground().owned())
                .<Step>map(resource ->
                        new Step.ClusterMove(vm, from.id(), move.target().id(), resource, foretold))
                .orElseGet(() -> new Step.Migrate(vm, from.id(), move.target().id(), tuning));
    }

    private static Site moved(Move move, Element.Host from) {
        Site site = move.ground().site();
        Element.Vm vm = move.ground().vm();
        long now = site.now();
        Claims there = vm.claims()
                .without(RUNS_ON)
                .without(STATE)
                .with(predicted(RUNS_ON, move.target().id(), now))
                .with(predicted(STATE, vm.whereabouts().state(), now));
        Site moved = site.apply(new Change.Put(vm.with(there)));
        long memory = Math.max(0, move.ground().memory());
        return less(less(moved, from, -memory), move.target(), memory);
    }

    private static Site less(Site site, Element.Host host, long memory) {
        Optional<Long> free = host.value(MEMORY_FREE);
        if (free.isEmpty()) {
            return site;
        }
        Claims claims = host.claims()
                .without(MEMORY_FREE)
                .with(predicted(MEMORY_FREE, Math.max(0, free.get() - memory), site.now()));
        return site.apply(new Change.Put(host.with(claims)));
    }

    private static <T> Claim<T> predicted(Attribute<T> attribute, T value, long now) {
        return new Claim<>(attribute, PREDICTED, 0, now, now, value);
    }
}
