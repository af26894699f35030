package org.redoubt.topology.plan.move;

import static org.redoubt.topology.model.Attributes.JOB;

import java.util.Optional;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.Objection;

/** A VM has one job at a time. */
record Busy() implements MoveRule {

    /** How long another host's word of a job counts after it was last heard: it may have died over it. */
    private static final long FRESH_MILLIS = 30_000;

    @Override
    public Optional<Objection> against(Move move) {
        for (Claim<Job> claim : move.ground().vm().claims().about(JOB)) {
            if (claim.value() != Job.NONE && counts(move, claim)) {
                return claim.value() == Job.OTHER
                        ? MoveRule.blocks("busy", "its host has another job on it", "wait for that to end")
                        : MoveRule.blocks("busy", "it is being migrated", "wait for that, or cancel it");
            }
        }
        return Optional.empty();
    }

    private static boolean counts(Move move, Claim<Job> claim) {
        boolean itsHost = move.ground().where() instanceof Whereabouts.On on
                && on.place().claim().source().equals(claim.source());
        return itsHost || claim.age(move.ground().site().now()) <= FRESH_MILLIS;
    }
}
