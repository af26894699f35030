package org.redoubt.agent.sim.plant;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;

/** What one source says in one go, written line by line. */
public final class Page {

    private final List<Assertion<?>> lines;

    public Page() {
        this(new ArrayList<>());
    }

    public Page(List<Assertion<?>> lines) {
        this.lines = lines;
    }

    public <T> Page say(ElementId element, Attribute<T> attribute, T value) {
        lines.add(new Assertion<>(element, attribute, value));
        return this;
    }

    public <T> Page gone(ElementId element, Attribute<T> attribute) {
        lines.add(Assertion.gone(element, attribute));
        return this;
    }

    public Page all(List<Assertion<?>> others) {
        lines.addAll(others);
        return this;
    }

    public List<Assertion<?>> lines() {
        return lines;
    }
}
