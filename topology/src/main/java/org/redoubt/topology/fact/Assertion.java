package org.redoubt.topology.fact;

import java.util.Objects;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;

/**
 * One thing that a source says of one element.
 *
 * @param value what it says, or null: there is nothing to say any more
 */
public record Assertion<T>(ElementId element, Attribute<T> attribute, T value) {

    public Assertion {
        Objects.requireNonNull(element);
        if (value != null) {
            value = attribute.cast(value);
        }
    }

    /** The source no longer says anything of this attribute. */
    public static <T> Assertion<T> gone(ElementId element, Attribute<T> attribute) {
        return new Assertion<>(element, attribute, null);
    }
}
