package org.redoubt.topology.model;

import java.util.List;
import java.util.Optional;

/** What may be believed of an attribute, derived from all claims about it. */
public sealed interface Belief<T> {

    /** Every source that says anything says this. {@code claim} is the newest one that does. */
    record Known<T>(Claim<T> claim) implements Belief<T> {}

    /** Sources say different things of the same moment; none is dropped. Newest first, at least two. */
    record Contradicted<T>(List<Claim<T>> claims) implements Belief<T> {
        public Contradicted {
            claims = List.copyOf(claims);
        }
    }

    /** Nobody says anything. Not the same as no. */
    record Unknown<T>() implements Belief<T> {}

    /** The value, where there is exactly one. */
    default Optional<T> value() {
        return this instanceof Known<T>(Claim<T> claim) ? Optional.of(claim.value()) : Optional.empty();
    }

    default T or(T otherwise) {
        return value().orElse(otherwise);
    }
}
