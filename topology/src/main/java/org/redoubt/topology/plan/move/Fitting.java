package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;

/** What each host says to a VM: every objection, every cost, and how long it would take. */
public final class Fitting {

    private Fitting() {}

    /**
     * Every host of the site, in the order of their ids; empty when the site knows no such VM. Takes time in the hosts,
     * ports and VMs of the site together.
     *
     * @param experience what past migrations taught of how long they take
     */
    public static List<Fit> of(Site site, ElementId vm, Experience experience) {
        Optional<Ground> ground = site.vm(vm).map(is -> Ground.of(site, is, experience));
        return ground.isEmpty()
                ? List.of()
                : site.hosts()
                        .sorted(Comparator.comparing(Element.Host::id))
                        .map(host -> fit(new Move(ground.get(), host), Tuning.DEFAULT))
                        .toList();
    }

    /** The same without experience. */
    public static List<Fit> of(Site site, ElementId vm) {
        return of(site, vm, Experience.NONE);
    }

    /** One host; empty when the site knows no such VM or no such host. */
    public static Optional<Fit> check(Site site, ElementId vm, ElementId to) {
        return move(site, vm, to, Experience.NONE).map(move -> fit(move, Tuning.DEFAULT));
    }

    static Optional<Move> move(Site site, ElementId vm, ElementId to, Experience experience) {
        return site.vm(vm).flatMap(is -> site.host(to).map(host -> new Move(Ground.of(site, is, experience), host)));
    }

    static Fit fit(Move move, Tuning tuning) {
        List<Objection> objections = new ArrayList<>();
        for (MoveRule rule : MoveRule.ALL) {
            rule.against(move).ifPresent(objections::add);
        }
        boolean copied = !move.sameHost() && !ThroughCluster.stops(move.ground().owned());
        Optional<Prediction> prediction = copied ? move.ground().predicting().of(move, tuning) : Optional.empty();
        return new Fit(move.target().id(), objections, Costs.of(move, prediction), prediction);
    }

    /** The same answers, the best target first: the fewest things against it, then the quickest, then the emptiest. */
    public static List<Fit> ranked(Site site, List<Fit> fits) {
        return fits.stream()
                .sorted(Comparator.comparing(Fit::verdict)
                        .thenComparingInt(
                                fit -> fit.objections().size() + fit.costs().size())
                        .thenComparingLong(
                                fit -> fit.prediction().map(Prediction::millis).orElse(Long.MAX_VALUE))
                        .thenComparingDouble(fit -> -freeShare(site, fit.host()))
                        .thenComparing(Fit::host))
                .toList();
    }

    private static double freeShare(Site site, ElementId id) {
        Optional<Element.Host> host = site.host(id);
        long memory = host.flatMap(is -> is.value(MEMORY)).orElse(0L);
        return memory <= 0
                ? 0
                : (double) host.flatMap(is -> is.value(MEMORY_FREE)).orElse(0L) / memory;
    }
}
