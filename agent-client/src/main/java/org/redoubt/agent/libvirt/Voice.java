package org.redoubt.agent.libvirt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Source;

/**
 * What one source says, numbered over all its connections. It remembers what it said, so that what is no longer so is
 * taken back and nothing stays claimed by forgetfulness. Any thread may speak; after {@link #end} nothing is heard.
 */
final class Voice {

    /** Claims that are read together: a new reading of a topic replaces all that was said on it of that element. */
    enum Topic {
        ADDRESS,
        LINK,
        IDENTITY,
        HOST,
        INVENTORY,
        STATE,
        FIGURES,
        DEFINITION,
        JOB
    }

    private final Source source;
    private final DeskClock clock;
    private final Map<ElementId, Map<Topic, Set<Attribute<?>>>> said = new HashMap<>();
    private Consumer<? super Fact> sink;
    private long sequence;

    Voice(Source source, DeskClock clock) {
        this.source = source;
        this.clock = clock;
    }

    synchronized void begin(Consumer<? super Fact> hearer) {
        sink = hearer;
    }

    synchronized void end() {
        sink = null;
    }

    /** A report in the making: all of it is heard at once. */
    final class Report {
        /** An answer says nothing for certain of any moment after it was asked for. */
        private final long asked = clock.millis();

        private final Map<ElementId, Map<Topic, List<Assertion<?>>>> topics = new LinkedHashMap<>();
        private final Set<ElementId> gone = new LinkedHashSet<>();

        /** This and nothing else is to be said of {@code element} on this topic. */
        Report of(ElementId element, Topic topic, List<Assertion<?>> assertions) {
            topics.computeIfAbsent(element, id -> new LinkedHashMap<>()).put(topic, assertions);
            return this;
        }

        /** Nothing is to be said of {@code element} any more. */
        Report gone(ElementId element) {
            gone.add(element);
            return this;
        }

        /** Says it; heard as of when this report was begun, before anything was asked. */
        void say() {
            Voice.this.say(this);
        }
    }

    Report report() {
        return new Report();
    }

    /** Says one topic of one element. */
    void say(ElementId element, Topic topic, List<Assertion<?>> assertions) {
        report().of(element, topic, assertions).say();
    }

    /** The elements of which it says something on this topic. */
    synchronized Collection<ElementId> spokenOf(Topic topic) {
        return said.entrySet().stream()
                .filter(entry -> entry.getValue().containsKey(topic))
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized void say(Report report) {
        if (sink == null) {
            return;
        }
        List<Assertion<?>> all = new ArrayList<>();
        report.gone.forEach(element -> takeBack(element, all));
        report.topics.forEach(
                (element, topics) -> topics.forEach((topic, assertions) -> replace(element, topic, assertions, all)));
        if (!all.isEmpty()) {
            sink.accept(new Fact.Report(source, ++sequence, report.asked, all));
        }
    }

    private void takeBack(ElementId element, List<Assertion<?>> into) {
        Map<Topic, Set<Attribute<?>>> topics = said.remove(element);
        if (topics != null) {
            topics.values()
                    .forEach(attributes ->
                            attributes.forEach(attribute -> into.add(Assertion.gone(element, attribute))));
        }
    }

    private void replace(ElementId element, Topic topic, List<Assertion<?>> now, List<Assertion<?>> into) {
        Set<Attribute<?>> attributes = new HashSet<>();
        now.forEach(assertion -> attributes.add(assertion.attribute()));
        Set<Attribute<?>> before =
                said.computeIfAbsent(element, id -> new HashMap<>()).put(topic, attributes);
        if (before != null) {
            before.stream()
                    .filter(attribute -> !attributes.contains(attribute))
                    .forEach(attribute -> into.add(Assertion.gone(element, attribute)));
        }
        into.addAll(now);
    }
}
