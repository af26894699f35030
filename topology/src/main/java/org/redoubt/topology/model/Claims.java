package org.redoubt.topology.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.Attribute.Agreement;
import org.redoubt.topology.model.Belief.Contradicted;
import org.redoubt.topology.model.Belief.Known;
import org.redoubt.topology.model.Belief.Unknown;

/**
 * All that is claimed about one element: at most one claim per (attribute, source), immutable. An element has some
 * tens of them, so a sorted array that is copied on change is smaller and quicker than any map.
 */
public final class Claims {

    private static final Comparator<Claim<?>> NEWEST_FIRST = Comparator.<Claim<?>>comparingLong(Claim::heard)
            .thenComparing(Claim::source)
            .reversed();

    /** Nothing claimed. */
    public static final Claims NONE = new Claims(new Claim<?>[0]);

    private final Claim<?>[] sorted;

    /** The ordinals of the attributes in {@code sorted}: looking something up touches no claim but the one it finds. */
    private final byte[] ordinals;

    private final boolean present;

    private Claims(Claim<?>[] sorted) {
        this.sorted = sorted;
        this.ordinals = new byte[sorted.length];
        boolean says = false;
        for (int i = 0; i < sorted.length; i++) {
            ordinals[i] = (byte) sorted[i].attribute().ordinal();
            says |= !sorted[i].gone();
        }
        this.present = says;
    }

    /**
     * With {@code claim} added. A claim of the same attribute and source gives way only to a later sequence; an older
     * or equal one changes nothing, and then this same object is returned.
     */
    public <T> Claims with(Claim<T> claim) {
        return edit().add(claim).done();
    }

    /** Many claims added at once, each as {@link #with} adds it; these stay as they are. */
    public Edit edit() {
        return new Edit(this);
    }

    /** Claims that are being added to. Confined to one thread, and of no use once it is {@link #done}. */
    public static final class Edit {
        private final Claims from;
        private Claim<?>[] sorted;
        private int size;

        private Edit(Claims from) {
            this.from = from;
            this.sorted = from.sorted;
            this.size = sorted.length;
        }

        public <T> Edit add(Claim<T> claim) {
            int at = place(claim.attribute().ordinal(), claim.source());
            if (at >= 0) {
                @SuppressWarnings("unchecked") // the order puts only claims of the same attribute at this place
                Claim<T> before = (Claim<T>) sorted[at];
                if (claim.sequence() > before.sequence()) {
                    own(size);
                    sorted[at] = before.followedBy(claim);
                }
            } else {
                own(size + 1);
                System.arraycopy(sorted, -at - 1, sorted, -at, size + at + 1);
                sorted[-at - 1] = claim;
                size++;
            }
            return this;
        }

        /** As {@link Arrays#binarySearch}: where it is, or where it belongs. */
        private int place(int attribute, Source source) {
            int low = 0;
            int high = size - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                Claim<?> claim = sorted[middle];
                int order = claim.attribute().ordinal() - attribute;
                if (order == 0 && claim.source() != source) {
                    order = claim.source().compareTo(source);
                }
                if (order == 0) {
                    return middle;
                }
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return -low - 1;
        }

        private void own(int wanted) {
            if (sorted == from.sorted || wanted > sorted.length) {
                sorted = Arrays.copyOf(sorted, wanted > from.sorted.length ? wanted + wanted / 2 + 4 : wanted);
            }
        }

        /** The same object when nothing was added. */
        public Claims done() {
            return sorted == from.sorted ? from : new Claims(Arrays.copyOf(sorted, size));
        }
    }

    /** Without anything that is claimed, or was, about {@code attribute}: what a predicted site begins from. */
    public Claims without(Attribute<?> attribute) {
        return new Claims(Arrays.stream(sorted)
                .filter(claim -> claim.attribute() != attribute)
                .toArray(Claim<?>[]::new));
    }

    /** All claims, tombstones too, by attribute and source. */
    public List<Claim<?>> all() {
        return List.of(sorted);
    }

    /** The claims about {@code attribute} that say something, newest first. */
    public <T> List<Claim<T>> about(Attribute<T> attribute) {
        int at = first(attribute);
        if (at == sorted.length || ordinals[at] != attribute.ordinal()) {
            return List.of();
        }
        if (at + 1 == sorted.length || ordinals[at + 1] != ordinals[at]) {
            return sorted[at].gone() ? List.of() : List.of(this.<T>at(at));
        }
        List<Claim<T>> found = new ArrayList<>(2);
        for (int i = at; i < sorted.length && ordinals[i] == attribute.ordinal(); i++) {
            if (!sorted[i].gone()) {
                found.add(at(i));
            }
        }
        if (found.size() > 1) {
            found.sort(NEWEST_FIRST);
        }
        return found;
    }

    /** What {@code source} says of {@code attribute}, where it says something. */
    public <T> Optional<Claim<T>> by(Source source, Attribute<T> attribute) {
        for (int i = first(attribute); i < sorted.length && ordinals[i] == attribute.ordinal(); i++) {
            if (!sorted[i].gone() && sorted[i].source().equals(source)) {
                return Optional.of(at(i));
            }
        }
        return Optional.empty();
    }

    /**
     * What may be believed. Claims of different values contradict each other only when they were said at the same time:
     * a claim that was last heard before a newer one began has been overtaken, not contradicted. What stands in a
     * file was not heard once: it holds.
     */
    public <T> Belief<T> believe(Attribute<T> attribute) {
        List<Claim<T>> claims = about(attribute);
        if (claims.isEmpty()) {
            return new Unknown<>();
        }
        Claim<T> newest = claims.getFirst();
        if (attribute.agreement() == Agreement.NEWEST || claims.size() == 1) {
            return new Known<>(newest);
        }
        List<Claim<T>> against = new ArrayList<>();
        for (Claim<T> claim : claims) {
            if (!claim.value().equals(newest.value()) && claim.overlaps(newest)) {
                against.add(claim);
            }
        }
        if (against.isEmpty()) {
            return new Known<>(newest);
        }
        against.addFirst(newest);
        return new Contradicted<>(against);
    }

    /** Whether any source says anything. An element of tombstones alone is not there. */
    public boolean present() {
        return present;
    }

    @SuppressWarnings("unchecked") // who asks has found the attribute there: its claims are of its type
    private <T> Claim<T> at(int place) {
        return (Claim<T>) sorted[place];
    }

    private int first(Attribute<?> attribute) {
        int low = 0;
        int high = ordinals.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordinals[middle] < attribute.ordinal()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Claims claims && Arrays.equals(sorted, claims.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
