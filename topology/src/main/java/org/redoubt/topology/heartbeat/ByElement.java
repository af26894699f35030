package org.redoubt.topology.heartbeat;

import org.redoubt.topology.model.ElementId;

/**
 * A persistent map by element: putting one thing copies a path of a few short arrays, and what is not on it is shared.
 *
 * @param <V> what is kept of each
 */
final class ByElement<V> {

    private static final int BITS = 5;
    private static final int WIDTH = 1 << BITS;
    private static final int DEEPEST = 30;

    private record Entry<V>(ElementId id, V value, Entry<V> next) {}

    private final Object[] root;
    private final int size;

    private ByElement(Object[] root, int size) {
        this.root = root;
        this.size = size;
    }

    static <V> ByElement<V> none() {
        return new ByElement<>(new Object[WIDTH], 0);
    }

    int size() {
        return size;
    }

    /** What is kept of {@code id}, or null. */
    V get(ElementId id) {
        int hash = spread(id);
        Object at = root;
        for (int shift = 0; at instanceof Object[] node; shift += BITS) {
            at = node[hash >>> shift & WIDTH - 1];
        }
        for (Entry<V> entry = entry(at); entry != null; entry = entry.next) {
            if (entry.id.equals(id)) {
                return entry.value;
            }
        }
        return null;
    }

    /** With {@code value} kept of {@code id}; without anything of it when that is null. */
    ByElement<V> with(ElementId id, V value) {
        V before = get(id);
        if (before == value) {
            return this;
        }
        int grown = (value == null ? 0 : 1) - (before == null ? 0 : 1);
        return new ByElement<>(put(root, spread(id), 0, id, value), size + grown);
    }

    private Object[] put(Object[] node, int hash, int shift, ElementId id, V value) {
        Object[] copy = node.clone();
        int slot = hash >>> shift & WIDTH - 1;
        copy[slot] = replaced(copy[slot], hash, shift, id, value);
        return copy;
    }

    private Object replaced(Object at, int hash, int shift, ElementId id, V value) {
        if (at instanceof Object[] below) {
            return put(below, hash, shift + BITS, id, value);
        }
        Entry<V> chain = entry(at);
        if (chain != null && shift < DEEPEST && spread(chain.id) != hash) {
            Object[] below = new Object[WIDTH];
            below[spread(chain.id) >>> shift + BITS & WIDTH - 1] = chain;
            return put(below, hash, shift + BITS, id, value);
        }
        Entry<V> others = without(chain, id);
        return value == null ? others : new Entry<>(id, value, others);
    }

    private static <V> Entry<V> without(Entry<V> chain, ElementId id) {
        if (chain == null) {
            return null;
        }
        return chain.id.equals(id) ? chain.next : new Entry<>(chain.id, chain.value, without(chain.next, id));
    }

    @SuppressWarnings("unchecked") // nothing else is put at the ends of paths
    private Entry<V> entry(Object at) {
        return (Entry<V>) at;
    }

    private static int spread(ElementId id) {
        int hash = id.hashCode();
        return hash ^ hash >>> 16;
    }
}
