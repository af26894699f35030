package org.redoubt.agent.site.paper;

import static org.redoubt.topology.model.Attributes.GAPS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;

/** What a site file says, written line by line, and what it leaves open. */
final class Page {

    private final List<Assertion<?>> lines = new ArrayList<>();
    private final Map<ElementId, List<String>> gaps = new LinkedHashMap<>();

    <T> Page say(ElementId element, Attribute<T> attribute, T value) {
        lines.add(new Assertion<>(element, attribute, value));
        return this;
    }

    void gap(ElementId element, String what) {
        gaps.computeIfAbsent(element, none -> new ArrayList<>()).add(what);
    }

    List<Assertion<?>> lines() {
        List<Assertion<?>> all = new ArrayList<>(lines);
        gaps.forEach((element, told) -> all.add(new Assertion<>(element, GAPS, told)));
        return all;
    }
}
