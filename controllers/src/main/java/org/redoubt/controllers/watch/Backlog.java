package org.redoubt.controllers.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Source;

/**
 * Facts that wait to be folded, in the order in which they came. It never refuses one and never blocks; when more wait
 * than {@code room} assertions, what a later report of the same source has overtaken is left out, so that it holds no more than
 * every source's newest word on everything.
 */
final class Backlog {

    private record Topic(Source source, ElementId element, Attribute<?> attribute) {}

    private record Place(long sequence, int report) {}

    private final int least;
    private int room;
    private int size;
    private List<Fact> waiting = new ArrayList<>();

    Backlog(int room) {
        this.least = room;
        this.room = room;
    }

    void add(Fact fact) {
        waiting.add(fact);
        size += size(fact);
        if (size > room) {
            waiting = newest(waiting);
            size = waiting.stream().mapToInt(Backlog::size).sum();
            // What cannot be left out is let in; otherwise every further fact would search it all again.
            room = Math.max(least, 2 * size);
        }
    }

    private static int size(Fact fact) {
        return fact instanceof Fact.Report report
                ? Math.max(1, report.assertions().size())
                : 1;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** How many assertions wait; a fact without any counts as one. */
    int size() {
        return size;
    }

    /** Everything that waits; nothing does afterwards. */
    List<Fact> drain() {
        List<Fact> drained = waiting;
        waiting = new ArrayList<>();
        size = 0;
        room = least;
        return drained;
    }

    private static List<Fact> newest(List<Fact> facts) {
        Map<Topic, Place> last = new HashMap<>();
        long now = Long.MIN_VALUE;
        for (int i = 0; i < facts.size(); i++) {
            switch (facts.get(i)) {
                case Fact.Tick(long moment) -> now = Math.max(now, moment);
                case Fact.Report report -> {
                    now = Math.max(now, report.at());
                    Place place = new Place(report.sequence(), i);
                    for (Assertion<?> assertion : report.assertions()) {
                        last.merge(
                                new Topic(report.source(), assertion.element(), assertion.attribute()),
                                place,
                                (before, later) -> later.sequence() >= before.sequence() ? later : before);
                    }
                }
            }
        }
        List<Fact> kept = new ArrayList<>();
        for (Map.Entry<Integer, List<Assertion<?>>> entry :
                surviving(facts, last).entrySet()) {
            Fact.Report report = (Fact.Report) facts.get(entry.getKey());
            kept.add(new Fact.Report(report.source(), report.sequence(), report.at(), entry.getValue()));
        }
        kept.add(new Fact.Tick(now));
        return kept;
    }

    private static Map<Integer, List<Assertion<?>>> surviving(List<Fact> facts, Map<Topic, Place> last) {
        Map<Integer, List<Assertion<?>>> surviving = new LinkedHashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i) instanceof Fact.Report report) {
                for (Assertion<?> assertion : report.assertions()) {
                    Topic topic = new Topic(report.source(), assertion.element(), assertion.attribute());
                    if (last.get(topic).report() == i) {
                        surviving.computeIfAbsent(i, none -> new ArrayList<>()).add(assertion);
                    }
                }
            }
        }
        return surviving;
    }
}
