package org.redoubt.controllers.run;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.topology.plan.Step;

/**
 * The way of one move through its phases: what its threads share. It is on one thread at a time, except that a
 * cancel may be asked for from any.
 */
final class Course {

    final UUID id;
    final String title;
    final Step.Move step;
    final Optional<Prediction> predicted;
    final Track track = new Track();
    private final AtomicBoolean cancelAsked = new AtomicBoolean();
    private final AtomicBoolean berth = new AtomicBoolean();

    /** Set once it is written down; nothing is sent before. */
    volatile Intent intent;

    /** What only a move through a cluster has. */
    final Ruling ruling = new Ruling();

    volatile Answer answer;
    int attempt;
    boolean unchangedBefore;
    boolean writtenUnknown;

    Course(UUID id, String title, Step.Move step, Optional<Prediction> predicted) {
        this.id = id;
        this.title = title;
        this.step = step;
        this.predicted = predicted;
    }

    void askCancel() {
        cancelAsked.set(true);
    }

    boolean cancelAsked() {
        return cancelAsked.get();
    }

    /** Whether this call is the one that took, or gave back, its place at both hosts. */
    boolean berth(boolean held) {
        return berth.compareAndSet(!held, held);
    }

    /**
     * Whether the host's answer leaves open that the order is still on its way: then one look at hosts that stand as
     * before proves nothing yet.
     */
    boolean answerOpen() {
        return answer instanceof Answer.Silent;
    }
}
