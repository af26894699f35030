package org.redoubt.views.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;
import org.redoubt.views.words.Names;
import org.redoubt.views.words.Shown;
import org.redoubt.views.words.Status;
import org.redoubt.views.words.Values;

/** What a query finds among the actions and the elements of a site, best first. */
final class Finds {

    /** What elements are looked for first when they match as well as others. */
    private static final Map<ElementKind, Integer> WEIGHT =
            Map.of(ElementKind.VM, 30, ElementKind.HOST, 40, ElementKind.CLUSTER, 35, ElementKind.SWITCH, 20);

    private Finds() {}

    /**
     * The best {@code most} hits. A query that begins with {@code >} looks among the actions alone; one with several
     * words must match with each of them.
     */
    static List<Hit> of(String query, Site site, List<Action> actions, int most) {
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
            site.elements().forEach(element -> {
                OptionalInt score = score(wanted, element);
                if (score.isPresent()) {
                    offer(best, new Scored(score.getAsInt(), null, element), most);
                }
            });
        }
        List<Scored> found = new ArrayList<>(best);
        found.sort(WORST_FIRST.reversed());
        return found.stream().map(scored -> hit(scored, site)).toList();
    }

    private record Scored(int score, Action action, Element element) {
        private String name() {
            return action != null ? action.name() : element.name();
        }
    }

    private static final Comparator<Scored> WORST_FIRST = Comparator.comparingInt(Scored::score)
            .thenComparing(Comparator.comparing(Scored::name, Names.ORDER).reversed());

    private static void offer(PriorityQueue<Scored> best, Scored scored, int most) {
        best.add(scored);
        if (best.size() > most) {
            best.poll();
        }
    }

    private static OptionalInt score(String wanted, Element element) {
        OptionalInt byName = Fuzzy.score(wanted, element.name().toLowerCase(Locale.ROOT));
        int weight = WEIGHT.getOrDefault(element.kind(), 0);
        if (byName.isPresent()) {
            return OptionalInt.of(byName.getAsInt() + weight);
        }
        boolean byKey = wanted.length() > 2
                && element.id().toString().toLowerCase(Locale.ROOT).contains(wanted);
        return byKey ? OptionalInt.of(weight) : OptionalInt.empty();
    }

    private static Hit hit(Scored scored, Site site) {
        if (scored.action != null) {
            return new Hit.Do(scored.action);
        }
        Element element = scored.element;
        return new Hit.Fly(
                element.id(),
                Shown.text(element.name(), 72),
                Values.word(element.kind().label()),
                where(element, site),
                Status.of(element));
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
