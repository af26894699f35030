package org.redoubt.controllers.run;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.agent.port.Sighting;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks both hosts what became of an intent, as often as it takes, and writes the outcome down. It never sends anything
 * that changes a host, except a cancel that was asked for, and what a move through a cluster ends with.
 */
final class Settling {

    private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

    /** Where the next look at the hosts, and a cancel, are carried out. */
    interface Later {
        void look(Course course, long millis);

        void cancel(Course course);
    }

    private final SiteAgents agents;
    private final Pen pen;
    private final Board board;
    private final Names names;
    private final DeskClock clock;
    private final Pace pace;
    private final Later later;
    private final Consumer<Course> free;
    private final Consumer<Course> over;
    private final ClusterSettling cluster;

    /**
     * @param free told when it no longer burdens its hosts
     * @param over told when it has ended
     */
    Settling(
            Supplier<Site> newest,
            SiteAgents agents,
            Pen pen,
            Board board,
            Desk desk,
            Pace pace,
            Later later,
            Consumer<Course> free,
            Consumer<Course> over) {
        this.agents = agents;
        this.pen = pen;
        this.board = board;
        this.names = new Names(newest);
        this.clock = desk.clock();
        this.pace = pace;
        this.later = later;
        this.free = free;
        this.over = over;
        this.cluster = new ClusterSettling(newest, agents, pen, board, desk, pace, later, this, free);
    }

    /** One look at both hosts: it ends the course, or arranges for the next look. */
    void look(Course course) {
        Sighting from = sight(course, course.step.from());
        Sighting to = sight(course, course.step.to());
        if (course.step instanceof Step.ClusterMove move) {
            cluster.look(course, move, from, to);
            return;
        }
        Outcome outcome = Verdict.judge(from, to, course.answer, names);
        course.attempt++;
        boolean unchanged = outcome instanceof Outcome.Unchanged;
        if (outcome.settled() && !(unchanged && course.answerOpen() && !course.unchangedBefore)) {
            end(course, outcome, arrival(to));
            return;
        }
        course.unchangedBefore = unchanged;
        Optional<Sighting.Seen> job = job(from).or(() -> job(to));
        Outcome.Unknown unknown = outcome instanceof Outcome.Unknown is
                ? is
                : new Outcome.Unknown("it looks as before, and the order may still be on its way: " + names.read(from)
                        + "; " + names.read(to));
        if (course.answerOpen() || course.attempt >= pace.soon() || job.isPresent()) {
            unsettled(course, unknown, job);
        }
        later.look(course, job.isPresent() ? pace.watching() : pace.after(course.attempt));
    }

    /** Takes back the rule by which a cluster was to move it. */
    void clear(Course course) {
        cluster.clear(course);
    }

    private void unsettled(Course course, Outcome.Unknown unknown, Optional<Sighting.Seen> job) {
        if (!course.writtenUnknown) {
            course.writtenUnknown = conclude(course, unknown);
        }
        if (job.isPresent()) {
            board.update(course.id, work -> work.with(job.get().figures()));
            if (course.cancelAsked()) {
                later.cancel(course);
            }
        } else {
            free.accept(course);
        }
        boolean canCancel = job.isPresent() && !course.cancelAsked();
        board.update(course.id, work -> work.unsettled(unknown, canCancel));
    }

    /**
     * Writes the outcome down and shows it; what nobody could write down is shown with that. Once the console is closed it
     * does neither: the intent stays open.
     */
    void end(Course course, Outcome outcome) {
        end(course, outcome, JobFigures.NONE);
    }

    private void end(Course course, Outcome outcome, JobFigures arrival) {
        if (course.intent != null) {
            conclude(course, outcome);
            score(course, outcome, arrival);
        }
        if (pen.laidDown()) {
            return;
        }
        // Free first: whoever sees that it ended may start the next at once.
        over.accept(course);
        board.update(course.id, work -> work.ended(outcome, clock.millis()));
    }

    boolean conclude(Course course, Outcome outcome) {
        try {
            return pen.conclude(course.intent, outcome);
        } catch (JournalException failed) {
            LOG.error("the outcome of {} could not be written down", course.id, failed);
            board.update(
                    course.id, work -> work.noted("the outcome could not be written down: " + failed.getMessage()));
            return false;
        }
    }

    /** How good the prediction was: worth a line, and never a failure of what was done. */
    private void score(Course course, Outcome outcome, JobFigures arrival) {
        Optional<Run> run = course.track.run(course.step, course.predicted, outcome instanceof Outcome.Done, arrival);
        try {
            if (run.isPresent()) {
                pen.score(course.intent, run.get());
            }
        } catch (JournalException failed) {
            LOG.error("the score of {} could not be written down", course.id, failed);
        }
    }

    private static JobFigures arrival(Sighting to) {
        return to instanceof Sighting.Seen seen && !seen.migrating() ? seen.figures() : JobFigures.NONE;
    }

    private Sighting sight(Course course, ElementId host) {
        Optional<HostAgent> agent = agents.agent(host);
        return agent.isPresent()
                ? agent.get().sight(course.step.vm())
                : new Sighting.Unread(host, "this site gives no hand on it");
    }

    static Optional<Sighting.Seen> job(Sighting sighting) {
        return sighting instanceof Sighting.Seen seen && seen.migrating() ? Optional.of(seen) : Optional.empty();
    }
}
