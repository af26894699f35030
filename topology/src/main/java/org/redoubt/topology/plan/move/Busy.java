package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.JOB;

import java.util.Optional;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.plan.Objection;

/** A VM has one job at a time. */
record Busy() implements MoveRule {
    @Override
    public Optional<Objection> against(Move move) {
        for (Claim<Job> claim : move.ground().vm().claims().about(JOB)) {
            switch (claim.value()) {
                case MIGRATING_IN, MIGRATING_OUT -> {
                    return MoveRule.blocks("busy", "it is being migrated", "wait for that, or cancel it");
                }
                case OTHER -> {
                    return MoveRule.blocks("busy", "its host has another job on it", "wait for that to end");
                }
                case NONE -> {}
            }
        }
        return Optional.empty();
    }
}
