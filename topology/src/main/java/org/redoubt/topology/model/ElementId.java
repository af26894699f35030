package org.redoubt.topology.model;

import java.util.Objects;

/**
 * The identity of an element: its kind and a key that stays the same for its life. A VM's key is its libvirt UUID; a
 * host's is its entry in the site file (its hardware UUID is a claim that is checked before every action). A part of
 * something is keyed below it: {@code network-port:node-1/eth0}. A name is never an identity.
 */
public record ElementId(ElementKind kind, String key) implements Comparable<ElementId> {

    public ElementId {
        Objects.requireNonNull(kind);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("an element needs a key");
        }
    }

    public static ElementId host(String key) {
        return new ElementId(ElementKind.HOST, key);
    }

    public static ElementId vm(String uuid) {
        return new ElementId(ElementKind.VM, uuid);
    }

    /** The id of a part of this element, keyed below it. */
    public ElementId part(ElementKind partKind, String name) {
        return new ElementId(partKind, key + "/" + name);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws IllegalArgumentException when {@code text} is not {@code kind:key}
     */
    public static ElementId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an id is written kind:key, not " + text);
        }
        return new ElementId(ElementKind.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public int compareTo(ElementId other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : key.compareTo(other.key);
    }

    /** The same in every run, as an enum's own is not: so are the orders that follow from it. */
    @Override
    public int hashCode() {
        return 31 * key.hashCode() + kind.ordinal();
    }

    @Override
    public String toString() {
        return kind.label() + ":" + key;
    }
}
