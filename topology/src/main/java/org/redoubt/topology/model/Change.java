package org.redoubt.topology.model;

/** What makes one site into another. */
public sealed interface Change {

    /** The element is there now, with exactly these claims, whatever was there before. */
    record Put(Element element) implements Change {}

    record Remove(ElementId id) implements Change {}

    /** Time has passed: desk milliseconds, monotonic. */
    record Passed(long now) implements Change {}
}
