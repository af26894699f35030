package org.redoubt.views.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.move.Fitting;

/**
 * What all hosts say to a VM, put into words: made beside the toolkit's thread, for a large site has thousands of them.
 *
 * @param best the best targets, best first; at most {@link #BEST}
 * @param cards what stands on the hosts' cards; of a large site only on those that may take it
 * @param lit what is not dimmed: of a large site those hosts and where it is now; empty where nothing is dimmed
 * @param fitting how many hosts it may go to
 */
record Answers(
        ElementId vm,
        Map<ElementId, Fit> fits,
        Map<ElementId, HostAnswer> cards,
        Set<ElementId> lit,
        List<Target> best,
        int fitting) {

    /** As many as one can choose among at a glance. */
    static final int BEST = 6;

    /** A VM that was taken, and what was known when it was. */
    record Question(ElementId vm, Site site, boolean ranked) {}

    static Answers to(Question question, List<Fit> fits) {
        Site site = question.site();
        ElementId vm = question.vm();
        List<Fit> open =
                fits.stream().filter(fit -> fit.verdict() != Fit.Verdict.CANNOT).toList();
        List<Target> best = !question.ranked()
                ? List.of()
                : Fitting.ranked(site, open).stream()
                        .limit(BEST)
                        .map(fit -> Target.of(site, vm, fit))
                        .toList();
        Map<ElementId, Fit> byHost =
                fits.stream().collect(Collectors.toUnmodifiableMap(Fit::host, Function.identity(), (one, same) -> one));
        List<Fit> shown = question.ranked() ? open : fits;
        Map<ElementId, HostAnswer> cards = Map.copyOf(FitWords.of(site, vm, shown, !question.ranked()));
        Set<ElementId> lit = question.ranked() ? lit(site, vm, open) : Set.of();
        return new Answers(vm, byHost, cards, lit, best, open.size());
    }

    private static Set<ElementId> lit(Site site, ElementId vm, List<Fit> open) {
        Set<ElementId> lit = new HashSet<>();
        lit.add(vm);
        site.vm(vm).flatMap(known -> known.whereabouts().host()).ifPresent(lit::add);
        for (Fit fit : open) {
            lit.add(fit.host());
            site.host(fit.host()).flatMap(Regions::clusterOf).ifPresent(lit::add);
        }
        return Set.copyOf(lit);
    }
}
