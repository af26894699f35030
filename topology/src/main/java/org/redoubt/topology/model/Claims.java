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

    private static final Comparator<Claim<?>> ORDER = Comparator.<Claim<?>, Attribute<?>>comparing(
                    Claim::attribute, Attribute::compareTo)
            .thenComparing(Claim::source);
    private static final Comparator<Claim<?>> NEWEST_FIRST = Comparator.<Claim<?>>comparingLong(Claim::heard)
            .thenComparing(Claim::source)
            .reversed();

    /** Nothing claimed. */
    public static final Claims NONE = new Claims(new Claim<?>[0]);

    private final Claim<?>[] sorted;

    private Claims(Claim<?>[] sorted) {
        this.sorted = sorted;
    }

    /**
     * With {@code claim} added. A claim of the same attribute and source gives way only to a later sequence; an older
     * or equal one changes nothing, and then this same object is returned.
     */
    public <T> Claims with(Claim<T> claim) {
        int at = Arrays.binarySearch(sorted, claim, ORDER);
        if (at >= 0) {
            @SuppressWarnings("unchecked") // the order puts only claims of the same attribute at this place
            Claim<T> before = (Claim<T>) sorted[at];
            if (claim.sequence() <= before.sequence()) {
                return this;
            }
            Claim<?>[] changed = sorted.clone();
            changed[at] = before.followedBy(claim);
            return new Claims(changed);
        }
        int place = -at - 1;
        Claim<?>[] grown = new Claim<?>[sorted.length + 1];
        System.arraycopy(sorted, 0, grown, 0, place);
        grown[place] = claim;
        System.arraycopy(sorted, place, grown, place + 1, sorted.length - place);
        return new Claims(grown);
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
        List<Claim<T>> found = new ArrayList<>(2);
        for (int i = first(attribute); i < sorted.length && sorted[i].attribute() == attribute; i++) {
            if (!sorted[i].gone()) {
                @SuppressWarnings("unchecked") // the same attribute object: the same type
                Claim<T> claim = (Claim<T>) sorted[i];
                found.add(claim);
            }
        }
        if (found.size() > 1) {
            found.sort(NEWEST_FIRST);
        }
        return found;
    }

    /** What {@code source} says of {@code attribute}, where it says something. */
    public <T> Optional<Claim<T>> by(Source source, Attribute<T> attribute) {
        for (Claim<T> claim : about(attribute)) {
            if (claim.source().equals(source)) {
                return Optional.of(claim);
            }
        }
        return Optional.empty();
    }

    /**
     * What may be believed. Claims of different values contradict each other only when they were said at the same time:
     * a claim that was last heard before a newer one began has been overtaken, not contradicted.
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
        for (Claim<?> claim : sorted) {
            if (!claim.gone()) {
                return true;
            }
        }
        return false;
    }

    private int first(Attribute<?> attribute) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle].attribute().compareTo(attribute) < 0) {
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
