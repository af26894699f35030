package org.redoubt.topology.plan.move;

import java.util.Optional;
import java.util.stream.Stream;
import org.redoubt.topology.model.Element;

/** A VM and one host that it might go to. */
record Move(Ground ground, Element.Host target) {

    boolean sameHost() {
        return source().filter(host -> host.id().equals(target.id())).isPresent();
    }

    Optional<Element.Host> source() {
        return ground.source();
    }

    /** The hosts that take part: where it is, when that is known, and where it would go. */
    Stream<Element.Host> hosts() {
        return sameHost() ? Stream.of(target) : Stream.concat(source().stream(), Stream.of(target));
    }
}
