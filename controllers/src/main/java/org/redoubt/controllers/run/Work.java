package org.redoubt.controllers.run;

import java.util.Optional;
import java.util.UUID;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;

/**
 * One piece of work as it stands: what an operator approved, or what an earlier run of this console left unsettled.
 *
 * @param figures the job's own, the newest that were heard; {@link JobFigures#NONE} before
 * @param outcome empty while it goes on, except that an unsettled one has {@link Outcome.Unknown} and why
 * @param startedAt desk milliseconds when it was approved, or found unsettled
 * @param endedAt desk milliseconds when it ended; -1 before
 * @param predicted what the plan expected; empty when nothing was
 * @param cancellable whether asking for a cancel means anything now
 * @param note what an operator should know besides, or empty: that the outcome could not be written down
 */
public record Work(
        UUID id,
        String title,
        Step step,
        String operator,
        Phase phase,
        JobFigures figures,
        Optional<Outcome> outcome,
        long startedAt,
        long endedAt,
        Optional<Prediction> predicted,
        boolean cancellable,
        String note) {

    Work in(Phase next, boolean canCancel) {
        return new Work(
                id, title, step, operator, next, figures, outcome, startedAt, endedAt, predicted, canCancel, note);
    }

    Work with(JobFigures newer) {
        return new Work(
                id, title, step, operator, phase, newer, outcome, startedAt, endedAt, predicted, cancellable, note);
    }

    Work noted(String text) {
        return new Work(
                id, title, step, operator, phase, figures, outcome, startedAt, endedAt, predicted, cancellable, text);
    }

    /** Not settled, with what is known of it. */
    Work unsettled(Outcome.Unknown unknown, boolean canCancel) {
        return new Work(
                id,
                title,
                step,
                operator,
                Phase.UNSETTLED,
                figures,
                Optional.of(unknown),
                startedAt,
                endedAt,
                predicted,
                canCancel,
                note);
    }

    Work ended(Outcome settled, long at) {
        return new Work(
                id,
                title,
                step,
                operator,
                Phase.ENDED,
                figures,
                Optional.of(settled),
                startedAt,
                at,
                predicted,
                false,
                note);
    }
}
