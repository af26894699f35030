package org.redoubt.agent.probe;

import static org.redoubt.topology.model.Attributes.UNREADABLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Source;

/**
 * Says round after round what one source has read, numbered over all its connections. It remembers what it said last, so
 * that what is no longer so is taken back. One thread at a time.
 */
public final class Speaker {

    private record Topic(ElementId element, Attribute<?> attribute) {
        private static Topic of(Assertion<?> line) {
            return new Topic(line.element(), line.attribute());
        }
    }

    private final Source source;
    private Map<Topic, Assertion<?>> last = Map.of();
    private long sequence;

    public Speaker(Source source) {
        this.source = source;
    }

    /**
     * What is to be heard of a round. This and nothing else is claimed from now on by this source.
     *
     * @param host on whom it is claimed that something was unreadable
     * @param asked desk milliseconds when the round was begun
     */
    public Fact.Report round(ElementId host, long asked, Reading reading) {
        return round(host, asked, reading, reading);
    }

    /**
     * The same of a round in which some answers are of an earlier one.
     *
     * @param reading what is read out of all of them; this and nothing else is claimed from now on
     * @param fresh what is read out of those alone that were given in this round. What does not stand there and is as it was
     *     said before is not said again: it has not been heard again
     */
    public Fact.Report round(ElementId host, long asked, Reading reading, Reading fresh) {
        Map<Topic, Assertion<?>> now = lines(host, reading);
        Map<Topic, Assertion<?>> heard = fresh == reading ? now : lines(host, fresh);
        List<Assertion<?>> said = new ArrayList<>();
        for (Topic before : last.keySet()) {
            if (!now.containsKey(before)) {
                said.add(Assertion.gone(before.element(), before.attribute()));
            }
        }
        now.forEach((topic, line) -> {
            if (line.equals(heard.get(topic)) || !line.equals(last.get(topic))) {
                said.add(line);
            }
        });
        last = now;
        return new Fact.Report(source, ++sequence, asked, said);
    }

    /**
     * What is to be heard between two rounds of one element: of {@code about} this and nothing else. Everything else stays as
     * it was said.
     */
    public Fact.Report besides(long at, ElementId element, Collection<Attribute<?>> about, Reading reading) {
        Map<Topic, Assertion<?>> kept = new LinkedHashMap<>(last);
        List<Assertion<?>> said = new ArrayList<>();
        for (Attribute<?> attribute : about) {
            if (kept.remove(new Topic(element, attribute)) != null) {
                said.add(Assertion.gone(element, attribute));
            }
        }
        // of two about the same thing the later one is meant: what is said again is not gone
        said.addAll(reading.lines());
        reading.lines().forEach(line -> kept.put(Topic.of(line), line));
        last = kept;
        return new Fact.Report(source, ++sequence, at, said);
    }

    /** By what they are about: of two about the same thing the later one is meant. */
    private static Map<Topic, Assertion<?>> lines(ElementId host, Reading reading) {
        Map<Topic, Assertion<?>> lines = new LinkedHashMap<>();
        reading.lines().forEach(line -> lines.put(Topic.of(line), line));
        if (!reading.unreadable().isEmpty()) {
            Assertion<?> line = new Assertion<>(host, UNREADABLE, reading.unreadable());
            lines.put(Topic.of(line), line);
        }
        return lines;
    }
}
