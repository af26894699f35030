package org.redoubt.topology.plan.move;

import java.util.Optional;
import org.redoubt.topology.plan.Objection;

/** A VM does not move to the host that it is on. */
record SameHost() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        return move.sameHost() ? MoveRule.blocks("same-host", "it is here already", "") : Optional.empty();
    }
}
