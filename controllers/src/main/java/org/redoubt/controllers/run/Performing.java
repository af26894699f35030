package org.redoubt.controllers.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one approved move from its condition to the host's answer: tried on the newest site, written down, sent.
 * Whatever goes wrong before it is written down leaves nothing sent; whatever goes wrong after is read back.
 */
final class Performing {

    private static final Logger LOG = LoggerFactory.getLogger(Performing.class);

    private final Supplier<Site> newest;
    private final SiteAgents agents;
    private final Pen pen;
    private final Board board;
    private final Settling settling;
    private final Settling.Later later;
    private final DeskClock clock;

    Performing(
            Supplier<Site> newest,
            SiteAgents agents,
            Pen pen,
            Board board,
            Settling settling,
            Settling.Later later,
            DeskClock clock) {
        this.newest = newest;
        this.agents = agents;
        this.pen = pen;
        this.board = board;
        this.settling = settling;
        this.later = later;
        this.clock = clock;
    }

    /** Blocks until the host has answered and was read back for the first time. */
    void perform(Course course, Approval approval) {
        board.update(course.id, work -> work.in(Phase.CHECKING, true));
        Optional<Function<Intent, Answer>> hand = hand(course);
        List<String> reasons = hand.isEmpty()
                ? List.of("this site is only looked at: nothing can be done on it")
                : Precondition.against(approval, course.step, newest.get());
        if (reasons.isEmpty() && course.step instanceof Step.ClusterMove move) {
            reasons = agents.cluster(move.actor())
                    .map(agent -> Rehearsing.against(course, move, approval, agent))
                    .orElseGet(() -> List.of("its cluster cannot be told from here"));
        }
        if (!reasons.isEmpty()) {
            refuse(course, reasons);
            return;
        }
        board.update(course.id, work -> work.in(Phase.JOURNALLING, true));
        try {
            Optional<Intent> intent = pen.intend(course.step, approval);
            if (intent.isEmpty()) {
                return; // the console is closed: nothing is sent
            }
            course.intent = intent.get();
        } catch (JournalException failed) {
            LOG.error("an intent could not be written down", failed);
            settling.end(
                    course,
                    new Outcome.Refused(
                            List.of("nothing was sent, because it could not be written down: " + failed.getMessage())));
            return;
        }
        if (course.cancelAsked()) {
            settling.end(course, new Outcome.Unchanged("cancelled before it was sent"));
            return;
        }
        board.update(course.id, work -> work.in(Phase.RUNNING, true));
        course.track.sent(clock.millis());
        course.answer = send(course, hand.get());
        course.track.answered(clock.millis());
        board.update(course.id, work -> work.in(Phase.READING_BACK, false));
        settling.look(course);
    }

    /** Ends what was not sent, and has the journal remember why. */
    void refuse(Course course, List<String> reasons) {
        String note = "";
        try {
            pen.note("refused: " + course.title + ": " + String.join("; ", reasons));
        } catch (JournalException failed) {
            LOG.error("a refusal could not be written down", failed);
            note = "the refusal could not be written down: " + failed.getMessage();
        }
        String said = note;
        board.update(course.id, work -> work.noted(said));
        settling.end(course, new Outcome.Refused(reasons));
    }

    /** What its intent is given to: the hypervisor's hand, or the cluster's. */
    private Optional<Function<Intent, Answer>> hand(Course course) {
        return course.step instanceof Step.ClusterMove move
                ? agents.cluster(move.actor()).map(agent -> agent::perform)
                : agents.agent(course.step.actor())
                        .map(agent -> intent -> agent.perform(intent, figures -> show(course, figures)));
    }

    private Answer send(Course course, Function<Intent, Answer> hand) {
        try {
            return hand.apply(course.intent);
        } catch (RuntimeException broken) {
            // It may have been sent: only the hosts can tell now. Once the console is closed its hands may break.
            if (!pen.laidDown()) {
                LOG.error("the hand on {} broke", course.step.actor(), broken);
            }
            return new Answer.Silent("the hand on the host broke: " + broken);
        }
    }

    private void show(Course course, JobFigures figures) {
        course.track.heard(figures);
        board.update(course.id, work -> work.with(figures));
        if (course.cancelAsked()) {
            // It may have been asked before the job had begun: then nobody heard it.
            later.cancel(course);
        }
    }
}
