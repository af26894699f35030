package org.redoubt.agent.sim;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;

/** What one source says in one go, written line by line. */
final class Page {

    private final List<Assertion<?>> lines;

    Page() {
        this(new ArrayList<>());
    }

    Page(List<Assertion<?>> lines) {
        this.lines = lines;
    }

    <T> Page say(ElementId element, Attribute<T> attribute, T value) {
        lines.add(new Assertion<>(element, attribute, value));
        return this;
    }

    <T> Page gone(ElementId element, Attribute<T> attribute) {
        lines.add(Assertion.gone(element, attribute));
        return this;
    }

    Page all(List<Assertion<?>> others) {
        lines.addAll(others);
        return this;
    }

    List<Assertion<?>> lines() {
        return lines;
    }
}
