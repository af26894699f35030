package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.REACHES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.Objection;

/** Every volume of the VM must be reached from the target: its disks are not copied. */
record StorageUnreachable() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        if (move.sameHost()) {
            return Optional.empty();
        }
        Optional<List<ElementId>> needed = move.ground().volumes();
        Optional<List<ElementId>> reached = move.target().value(REACHES);
        if (needed.isEmpty()) {
            return MoveRule.asks("storage-unreachable", "which volumes it needs is not known", "");
        }
        if (needed.get().isEmpty()) {
            return Optional.empty();
        }
        if (reached.isEmpty()) {
            return MoveRule.asks("storage-unreachable", "which volumes it reaches is not known", "");
        }
        Set<ElementId> missing = Ground.missing(needed.get(), reached.get());
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String names = move.ground().names(missing);
        return MoveRule.blocks(
                "storage-unreachable",
                "does not reach " + names,
                "give " + move.target().name() + " a path to " + names);
    }
}
