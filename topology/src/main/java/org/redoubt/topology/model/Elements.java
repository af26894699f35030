package org.redoubt.topology.model;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Elements by their ids, immutable: a trie over the bits of the id's hash, 32 ways at each node. Another that was made
 * out of this one shares every branch in which nothing changed, so that what lies between two is found by walking the
 * other branches alone. While an edit goes on, the nodes that it made itself are changed in their places.
 */
final class Elements {

    static final Elements NONE = new Elements(new Node(null, 0, new Object[0]), 0);

    private static final int BITS = 5;
    private static final int WAYS = (1 << BITS) - 1;
    /** Below so many bits the hash is used up: what still meets there stands side by side. */
    private static final int DEEPEST = 35;

    private final Node root;
    private final int size;

    private Elements(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /** One level: for each bit of {@code ways} an element or another node, in the order of the bits. */
    private static final class Node {
        /** The token of the edit that made it; only that one may change it. */
        private final Object owner;

        private int ways;
        private Object[] slots;

        private Node(Object owner, int ways, Object[] slots) {
            this.owner = owner;
            this.ways = ways;
            this.slots = slots;
        }

        private int place(int bit) {
            return Integer.bitCount(ways & (bit - 1));
        }

        private Node ownedBy(Object edit) {
            return owner == edit ? this : new Node(edit, ways, slots.clone());
        }
    }

    int size() {
        return size;
    }

    Element get(ElementId id) {
        int hash = spread(id);
        Node node = root;
        for (int shift = 0; shift < DEEPEST; shift += BITS) {
            int bit = bit(hash, shift);
            if ((node.ways & bit) == 0) {
                return null;
            }
            Object slot = node.slots[node.place(bit)];
            if (slot instanceof Element element) {
                return element.id().equals(id) ? element : null;
            }
            node = (Node) slot;
        }
        int at = indexOf(node, id);
        return at < 0 ? null : (Element) node.slots[at];
    }

    Elements plus(Element element) {
        Edit edit = new Edit(this);
        edit.put(element);
        return edit.done();
    }

    Elements minus(ElementId id) {
        Edit edit = new Edit(this);
        edit.remove(id);
        return edit.done();
    }

    Stream<Element> stream() {
        return StreamSupport.stream(
                Spliterators.spliterator(
                        new Walk(root), size, Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE),
                false);
    }

    /**
     * Tells every element that is another object in {@code after}, or is in one of the two alone (then the other is
     * null). Takes time in what was changed since they parted.
     */
    void between(Elements after, BiConsumer<Element, Element> told) {
        differ(root, after.root, 0, told);
    }

    private static void differ(Object before, Object after, int shift, BiConsumer<Element, Element> told) {
        if (before == after) {
            return;
        }
        if (before instanceof Node one && after instanceof Node other && shift < DEEPEST) {
            for (int left = one.ways | other.ways; left != 0; left &= left - 1) {
                int bit = Integer.lowestOneBit(left);
                differ(slot(one, bit), slot(other, bit), shift + BITS, told);
            }
        } else {
            each(before, element -> {
                Element now = find(after, element.id());
                if (now != element) {
                    told.accept(element, now);
                }
            });
            each(after, element -> {
                if (find(before, element.id()) == null) {
                    told.accept(null, element);
                }
            });
        }
    }

    private static Object slot(Node node, int bit) {
        return (node.ways & bit) == 0 ? null : node.slots[node.place(bit)];
    }

    private static void each(Object slot, Consumer<Element> told) {
        switch (slot) {
            case Element element -> told.accept(element);
            case Node node -> {
                for (Object below : node.slots) {
                    each(below, told);
                }
            }
            case null, default -> {}
        }
    }

    /** Within a branch that holds few: it was an element alone on the other side. */
    private static Element find(Object slot, ElementId id) {
        return switch (slot) {
            case Element element -> element.id().equals(id) ? element : null;
            case Node node -> {
                for (Object below : node.slots) {
                    Element found = find(below, id);
                    if (found != null) {
                        yield found;
                    }
                }
                yield null;
            }
            case null, default -> null;
        };
    }

    private static int spread(ElementId id) {
        int hash = id.hashCode() * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }

    private static int bit(int hash, int shift) {
        return 1 << (hash >>> shift & WAYS);
    }

    private static int indexOf(Node side, ElementId id) {
        for (int i = 0; i < side.slots.length; i++) {
            if (((Element) side.slots[i]).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /** Makes another out of one, by any number of changes; confined to one thread, and of no use when it is done. */
    static final class Edit {
        private final Elements from;
        /** Not the edit itself: what it made outlives it, and would keep what it was made from. */
        private final Object token = new Object();

        private Node root;
        private int size;

        Edit(Elements from) {
            this.from = from;
            this.root = from.root;
            this.size = from.size;
        }

        void put(Element element) {
            root = put(root, spread(element.id()), 0, element);
        }

        private Node put(Node node, int hash, int shift, Element element) {
            if (shift >= DEEPEST) {
                return putAside(node, element);
            }
            int bit = bit(hash, shift);
            int place = node.place(bit);
            if ((node.ways & bit) == 0) {
                size++;
                return inserted(node, bit, place, element);
            }
            Object slot = node.slots[place];
            Object changed = switch (slot) {
                case Node below -> put(below, hash, shift + BITS, element);
                case Element there when there.id().equals(element.id()) -> element;
                default -> {
                    Element there = (Element) slot;
                    Node below = put(new Node(token, 0, new Object[0]), spread(there.id()), shift + BITS, there);
                    size--; // it is there already
                    yield put(below, hash, shift + BITS, element);
                }
            };
            if (changed == slot) {
                return node;
            }
            Node own = node.ownedBy(token);
            own.slots[place] = changed;
            return own;
        }

        private Node putAside(Node side, Element element) {
            int at = indexOf(side, element.id());
            if (at >= 0) {
                if (side.slots[at] == element) {
                    return side;
                }
                Node own = side.ownedBy(token);
                own.slots[at] = element;
                return own;
            }
            size++;
            Object[] more = Arrays.copyOf(side.slots, side.slots.length + 1);
            more[side.slots.length] = element;
            return new Node(token, 0, more);
        }

        private Node inserted(Node node, int bit, int place, Element element) {
            Object[] more = new Object[node.slots.length + 1];
            System.arraycopy(node.slots, 0, more, 0, place);
            more[place] = element;
            System.arraycopy(node.slots, place, more, place + 1, node.slots.length - place);
            if (node.owner != token) {
                return new Node(token, node.ways | bit, more);
            }
            node.ways |= bit;
            node.slots = more;
            return node;
        }

        void remove(ElementId id) {
            root = remove(root, spread(id), 0, id);
        }

        private Node remove(Node node, int hash, int shift, ElementId id) {
            if (shift >= DEEPEST) {
                int at = indexOf(node, id);
                return at < 0 ? node : without(node, 0, at);
            }
            int bit = bit(hash, shift);
            if ((node.ways & bit) == 0) {
                return node;
            }
            int place = node.place(bit);
            if (node.slots[place] instanceof Node below) {
                Node left = remove(below, hash, shift + BITS, id);
                if (left == below) {
                    return node;
                }
                if (left.slots.length == 0) {
                    size++; // counted below
                    return without(node, bit, place);
                }
                Node own = node.ownedBy(token);
                own.slots[place] = left;
                return own;
            }
            return ((Element) node.slots[place]).id().equals(id) ? without(node, bit, place) : node;
        }

        private Node without(Node node, int bit, int place) {
            size--;
            Object[] fewer = new Object[node.slots.length - 1];
            System.arraycopy(node.slots, 0, fewer, 0, place);
            System.arraycopy(node.slots, place + 1, fewer, place, fewer.length - place);
            return new Node(token, node.ways & ~bit, fewer);
        }

        /** The same object when nothing was changed. */
        Elements done() {
            return root == from.root ? from : new Elements(root, size);
        }
    }

    private static final class Walk implements Iterator<Element> {
        private final Object[][] levels = new Object[DEEPEST / BITS + 1][];
        private final int[] at = new int[levels.length];
        private int depth;
        private Element next;

        private Walk(Node root) {
            levels[0] = root.slots;
            advance();
        }

        private void advance() {
            next = null;
            while (depth >= 0 && next == null) {
                if (at[depth] == levels[depth].length) {
                    depth--;
                } else if (levels[depth][at[depth]++] instanceof Node below) {
                    depth++;
                    levels[depth] = below.slots;
                    at[depth] = 0;
                } else {
                    next = (Element) levels[depth][at[depth] - 1];
                }
            }
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Element next() {
            Element found = next;
            if (found == null) {
                throw new NoSuchElementException();
            }
            advance();
            return found;
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Elements elements
                        && size == elements.size
                        && stream().allMatch(element -> Objects.equals(elements.get(element.id()), element));
    }

    @Override
    public int hashCode() {
        return stream().mapToInt(Element::hashCode).sum();
    }
}
