package org.redoubt.topology.model;

import java.util.List;
import java.util.Objects;

/**
 * One thing that can be claimed about an element, with the type its values have. All of them stand in
 * {@link Attributes}; two attributes are the same only when they are the same object.
 *
 * @param <T> the type of its values: immutable, with a value's equality
 */
public final class Attribute<T> implements Comparable<Attribute<?>> {

    /** The shapes a value may have; what reads or writes values switches over these. */
    public enum Shape {
        TEXT(String.class),
        TEXTS(List.class),
        AMOUNT(Long.class),
        DECIMAL(Double.class),
        FLAG(Boolean.class),
        REF(ElementId.class),
        REFS(List.class),
        CHOICE(Enum.class);

        private final Class<?> type;

        Shape(Class<?> type) {
            this.type = type;
        }
    }

    /** What to believe when sources disagree. */
    public enum Agreement {
        /** The newest claim wins: measures and labels, where an older answer is merely old. */
        NEWEST,
        /** Disagreement is a fact of its own and is kept: places, states, identities. */
        CONTRADICTS
    }

    private final int ordinal;
    private final String name;
    private final Shape shape;
    private final Class<?> type;
    private final Unit unit;
    private final Agreement agreement;

    Attribute(int ordinal, String name, Shape shape, Class<?> type, Unit unit, Agreement agreement) {
        this.ordinal = ordinal;
        this.name = name;
        this.shape = shape;
        this.type = type == null ? shape.type : type;
        this.unit = unit;
        this.agreement = agreement;
    }

    /** Its name in files, unique: lower case, words joined by a hyphen. */
    public String name() {
        return name;
    }

    /** Its place among all attributes; not the same from version to version. */
    int ordinal() {
        return ordinal;
    }

    public Shape shape() {
        return shape;
    }

    public Unit unit() {
        return unit;
    }

    public Agreement agreement() {
        return agreement;
    }

    /** The class of its values; for {@link Shape#CHOICE} the enum. */
    public Class<?> type() {
        return type;
    }

    /**
     * The value as this attribute's type.
     *
     * @throws ClassCastException when it is of another type, or a list holds one that is
     */
    @SuppressWarnings("unchecked")
    public T cast(Object value) {
        Object checked = type.cast(Objects.requireNonNull(value));
        if (checked instanceof List<?> list) {
            Class<?> item = shape == Shape.REFS ? ElementId.class : String.class;
            list.forEach(item::cast);
            return (T) List.copyOf(list);
        }
        return (T) checked;
    }

    @Override
    public int compareTo(Attribute<?> other) {
        return Integer.compare(ordinal, other.ordinal);
    }

    @Override
    public String toString() {
        return name;
    }
}
