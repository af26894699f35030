package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.ARCH;

import java.util.Optional;
import org.redoubt.topology.plan.Objection;

/** Machine code runs on the architecture that it was made for. */
record Arch() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        Optional<String> needed =
                move.ground().vm().value(ARCH).or(() -> move.source().flatMap(host -> host.value(ARCH)));
        Optional<String> offered = move.target().value(ARCH);
        return needed.isPresent() && offered.isPresent() && !needed.equals(offered)
                ? MoveRule.blocks("arch", "it is " + offered.get() + ", the VM " + needed.get(), "")
                : Optional.empty();
    }
}
