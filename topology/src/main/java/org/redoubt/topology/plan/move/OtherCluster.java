package org.redoubt.topology.plan.move;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.plan.Objection;

/** A VM stays in its cluster: outside, nobody restarts it. */
record OtherCluster() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        Set<ElementId> here = move.ground().clusters();
        if (here.isEmpty() || !Collections.disjoint(here, Ground.members(move.target(), ElementKind.CLUSTER))) {
            return Optional.empty();
        }
        String names = move.ground().names(here);
        return MoveRule.blocks("other-cluster", "not in cluster " + names, "choose a host of " + names);
    }
}
