package org.redoubt.agent.libvirt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;

/** Assertions about one element, gathered; what is not known is not said. */
final class Said {

    private final ElementId element;
    private final List<Assertion<?>> assertions = new ArrayList<>();

    Said(ElementId element) {
        this.element = element;
    }

    <T> Said that(Attribute<T> attribute, T value) {
        assertions.add(new Assertion<>(element, attribute, value));
        return this;
    }

    <T> Said that(Attribute<T> attribute, Optional<T> value) {
        value.ifPresent(known -> that(attribute, known));
        return this;
    }

    /** An amount; a negative one is not known. */
    Said amount(Attribute<Long> attribute, long value) {
        return value < 0 ? this : that(attribute, value);
    }

    List<Assertion<?>> all() {
        return assertions;
    }
}
