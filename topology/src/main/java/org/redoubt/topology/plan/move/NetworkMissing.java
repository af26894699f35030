package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.OFFERS;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Objection;

/** Every network of the VM must be there on the target. */
record NetworkMissing() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        if (move.sameHost()) {
            return Optional.empty();
        }
        Optional<List<ElementId>> needed = move.ground().networks();
        Optional<List<ElementId>> offered = move.target().value(OFFERS);
        if (needed.isEmpty()) {
            return MoveRule.asks("network-missing", "which networks it needs is not known", "");
        }
        if (needed.get().isEmpty()) {
            return Optional.empty();
        }
        if (offered.isEmpty()) {
            return MoveRule.asks("network-missing", "which networks it has is not known", "");
        }
        Set<ElementId> missing = Ground.missing(needed.get(), offered.get());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = move.ground().names(missing);
        return MoveRule.blocks(
                "network-missing",
                "has no " + names,
                "make " + names + " on " + move.target().name());
    }
}
