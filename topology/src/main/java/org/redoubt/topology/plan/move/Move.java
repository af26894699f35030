package org.redoubt.topology.plan.move;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.redoubt.topology.model.Element;

/** A VM and one host that it might go to. */
record Move(Ground ground, Element.Host target) {

    boolean sameHost() {
        return ground.source().isPresent() && ground.source().get().id().equals(target.id());
    }

    Optional<Element.Host> source() {
        return ground.source();
    }

    /** Whether it holds for any host that takes part: where the VM is, when that is known, and where it would go. */
    boolean any(Predicate<Element.Host> holds) {
        return holds.test(target)
                || ground.source().isPresent() && holds.test(ground.source().get());
    }

    /** What is to be said of those hosts of the two for which it holds; empty when it holds for neither. */
    String each(Predicate<Element.Host> holds, String between, Function<Element.Host, String> words) {
        String here = sameHost() || ground.source().isEmpty()
                ? ""
                : ground.source().filter(holds).map(words).orElse("");
        String there = holds.test(target) ? words.apply(target) : "";
        return here.isEmpty() || there.isEmpty() ? here + there : here + between + there;
    }
}
