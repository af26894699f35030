package org.redoubt.views.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.PriorityQueue;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/** What a query finds among the actions and the elements of a site, best first. */
final class Finds {

    private Finds() {}

    /**
     * The best {@code most} hits. A query that begins with {@code >} looks among the actions alone; one with several
     * words must match with each of them.
     *
     * @param index the names of the site's elements; made for this search alone where it is null
     */
    static List<Hit> of(String query, Index index, Site site, List<Action> actions, int most) {
        boolean actionsOnly = query.startsWith(">");
        String wanted = (actionsOnly ? query.substring(1) : query).strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return actions.stream()
                    .limit(most)
                    .map(action -> (Hit) new Hit.Do(action))
                    .toList();
        }
        PriorityQueue<Scored> best = new PriorityQueue<>(WORST_FIRST);
        for (Action action : actions) {
            Fuzzy.score(wanted, action.name().toLowerCase(Locale.ROOT))
                    .ifPresent(score -> offer(best, new Scored(score + 10, action, null), most));
        }
        if (!actionsOnly) {
            Index names = index == null ? Index.of(site) : index;
            names.search(wanted, (entry, score) -> offer(best, new Scored(score, null, entry), most));
        }
        List<Scored> found = new ArrayList<>(best);
        found.sort(WORST_FIRST.reversed());
        return found.stream().flatMap(scored -> hit(scored, site).stream()).toList();
    }

    private record Scored(int score, Action action, Index.Entry entry) {
        private String name() {
            return action != null ? action.name() : entry.name();
        }
    }

    private static final Comparator<Scored> WORST_FIRST = Comparator.comparingInt(Scored::score)
            .thenComparing(Comparator.comparing(Scored::name, Names.ORDER).reversed());

    private static void offer(PriorityQueue<Scored> best, Scored scored, int most) {
        if (best.size() == most && scored.score < best.peek().score) {
            return;
        }
        best.add(scored);
        if (best.size() > most) {
            best.poll();
        }
    }

    /** Empty where the element is there no more. */
    private static Optional<Hit> hit(Scored scored, Site site) {
        if (scored.action != null) {
            return Optional.of(new Hit.Do(scored.action));
        }
        return site.find(scored.entry.id())
                .map(element -> new Hit.Fly(
                        element.id(),
                        Shown.text(element.name(), 72),
                        Values.word(element.kind().label()),
                        where(element, site),
                        Status.of(element)));
    }

    private static String where(Element element, Site site) {
        if (element instanceof Element.Vm vm) {
            return vm.whereabouts()
                    .host()
                    .map(host -> "on " + Values.name(host, site))
                    .orElse("");
        }
        return element.value(Attributes.PART_OF)
                .or(() -> element.refs(Attributes.MEMBER_OF).stream().findFirst())
                .map((ElementId whole) -> "of " + Values.name(whole, site))
                .orElse("");
    }
}
