package org.redoubt.agent.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;

/** What was read out of a round, written line by line, and what could not be read. */
public final class Reading {

    private final List<Assertion<?>> lines = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    public <T> Reading say(ElementId element, Attribute<T> attribute, T value) {
        lines.add(new Assertion<>(element, attribute, value));
        return this;
    }

    /** Says what was said elsewhere. */
    public Reading say(Assertion<?> line) {
        lines.add(line);
        return this;
    }

    /** Says it where it is known. */
    public <T> Reading say(ElementId element, Attribute<T> attribute, Optional<T> value) {
        value.ifPresent(known -> say(element, attribute, known));
        return this;
    }

    /**
     * The answer to {@code question} could not be read, or only in part: what it would have told is unknown.
     *
     * @param why in a few words, without the answer's own text
     */
    public Reading unreadable(String question, String why) {
        unreadable.add(question + ": " + why);
        return this;
    }

    /** In the order in which they were said; of two about the same thing the later one is meant. */
    public List<Assertion<?>> lines() {
        return List.copyOf(lines);
    }

    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }
}
