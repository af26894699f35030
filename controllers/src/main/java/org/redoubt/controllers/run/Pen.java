package org.redoubt.controllers.run;

import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Journal;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.Run;

/**
 * Writes in the journal until it is laid down, and never again. A host's answer may come, or a look at it end, after
 * the console was closed: what nobody writes down then stays open in the journal, and the next start settles it.
 */
final class Pen {

    private final Journal journal;
    private volatile boolean down;

    Pen(Journal journal) {
        this.journal = journal;
    }

    /** What earlier runs left open. */
    List<Intent> open() {
        return journal.open();
    }

    /** The intent as it was written down; empty once the pen is laid down. */
    synchronized Optional<Intent> intend(Step step, Approval approval) throws JournalException {
        return down ? Optional.empty() : Optional.of(journal.intend(step, approval));
    }

    /** Whether it was written down: not once the pen is laid down. */
    synchronized boolean conclude(Intent intent, Outcome outcome) throws JournalException {
        if (!down) {
            journal.conclude(intent, outcome);
        }
        return !down;
    }

    /** Writes down what it had been predicted to take and what it took, unless the pen is laid down. */
    synchronized void score(Intent intent, Run run) throws JournalException {
        if (!down) {
            journal.score(intent, run);
        }
    }

    /** Writes a note, unless the pen is laid down. */
    synchronized void note(String text) throws JournalException {
        if (!down) {
            journal.note(text);
        }
    }

    /** Returns when nothing is being written any more; from then on nothing will be. */
    synchronized void layDown() {
        down = true;
    }

    boolean laidDown() {
        return down;
    }
}
