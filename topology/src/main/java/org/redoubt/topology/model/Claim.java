package org.redoubt.topology.model;

import java.util.Objects;

/**
 * What one source says of one attribute, and since when.
 *
 * @param sequence the source's own count, which orders its claims; never a host's wall clock
 * @param since desk milliseconds (monotonic) when the source first said this value; for a state, since when it runs
 * @param heard desk milliseconds when it last said so; never before {@code since}
 * @param value what it says, or null: the source now says that there is nothing to say (a tombstone, kept so that an
 *     older claim of the same source cannot come back)
 */
public record Claim<T>(Attribute<T> attribute, Source source, long sequence, long since, long heard, T value) {

    public Claim {
        Objects.requireNonNull(source);
        if (value != null) {
            value = attribute.cast(value);
        }
        if (heard < since) {
            throw new IllegalArgumentException("heard " + heard + " before it was said " + since);
        }
    }

    public boolean gone() {
        return value == null;
    }

    /** How old it is at {@code now}, in milliseconds; never negative. */
    public long age(long now) {
        return Math.max(0, now - heard);
    }

    /** Whether both were being said at one moment: only then can two claims contradict each other. */
    public boolean overlaps(Claim<?> other) {
        return since <= other.until() && other.since <= until();
    }

    /** The last moment of which it is known to have been said. */
    private long until() {
        return source.standing() && !gone() ? Long.MAX_VALUE : heard;
    }

    /** This claim followed by a newer one of the same source: what goes on keeps its {@code since}. */
    Claim<T> followedBy(Claim<T> newer) {
        return goesOn(newer)
                ? new Claim<>(attribute, source, newer.sequence, since, Math.max(heard, newer.heard), newer.value)
                : newer;
    }

    /** A guest that waits for its disk one moment and computes the next has been executing all the while. */
    private boolean goesOn(Claim<T> newer) {
        return Objects.equals(value, newer.value)
                || value instanceof RunState before
                        && newer.value instanceof RunState after
                        && before.running()
                        && after.running();
    }
}
