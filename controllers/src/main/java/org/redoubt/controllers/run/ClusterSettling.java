package org.redoubt.controllers.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.JournalException;
import org.redoubt.agent.port.Residence;
import org.redoubt.agent.port.Sighting;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a move through a cluster: asks the cluster and both hypervisors until they agree, has the rule taken back as an
 * intent of its own, and only then writes down what became of the move. A rule that an earlier run of this console left
 * is taken back by the operator's word alone.
 */
final class ClusterSettling {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterSettling.class);

    private final Supplier<Site> newest;
    private final SiteAgents agents;
    private final Pen pen;
    private final Board board;
    private final Names names;
    private final Desk desk;
    private final Pace pace;
    private final Settling.Later later;
    private final Settling settling;
    private final Consumer<Course> free;

    ClusterSettling(
            Supplier<Site> newest,
            SiteAgents agents,
            Pen pen,
            Board board,
            Desk desk,
            Pace pace,
            Settling.Later later,
            Settling settling,
            Consumer<Course> free) {
        this.newest = newest;
        this.agents = agents;
        this.pen = pen;
        this.board = board;
        this.names = new Names(newest);
        this.desk = desk;
        this.pace = pace;
        this.later = later;
        this.settling = settling;
        this.free = free;
    }

    /** One look at the cluster, after those at both hosts: it ends the course, or arranges for the next look. */
    void look(Course course, Step.ClusterMove move, Sighting from, Sighting to) {
        Residence residence = agents.cluster(move.actor())
                .map(agent -> agent.residence(move.resource()))
                .orElseGet(() -> new Residence.Untold("this site gives no hand on it"));
        Outcome outcome = ClusterVerdict.judge(move, from, to, residence, course.answer, course.cancelAsked(), names);
        boolean unchanged = outcome instanceof Outcome.Unchanged;
        boolean sure = outcome.settled() && !(unchanged && course.answerOpen() && !course.unchangedBefore);
        course.unchangedBefore = unchanged;
        // what the cluster refused laid down no rule: another one's is not ours to take back
        boolean ruled =
                residence instanceof Residence.Told told && told.ruled() && !(course.answer instanceof Answer.Failed);
        if (sure && !ruled && residence instanceof Residence.Told told) {
            finish(course, move, outcome, told);
            return;
        }
        boolean mine = sure && !course.ruling.found();
        if (ruled && (mine || course.cancelAsked()) && course.ruling.due()) {
            clear(course);
        }
        boolean busy = residence instanceof Residence.Told told && !told.settled();
        if (busy && !course.ruling.found()) {
            goesOn(course, from, to);
        } else if (!(ruled && course.ruling.patient(pace.soon()))) {
            course.attempt++;
            unsettled(course, outcome, ruled, sure);
        }
        // an operator who has the rule taken back does not wait half a minute for the next look
        long seldom = Math.min(pace.after(Math.max(1, course.attempt)), 10 * pace.watching());
        later.look(course, busy || course.attempt < pace.soon() ? pace.watching() : seldom);
    }

    private void finish(Course course, Step.ClusterMove move, Outcome outcome, Residence.Told told) {
        course.ruling.end();
        course.ruling.clearing().ifPresent(clearing -> {
            try {
                pen.conclude(clearing, new Outcome.Done("its cluster holds no rule of a move for it any more"));
            } catch (JournalException failed) {
                LOG.error("that the rule of {} is taken back could not be written down", course.id, failed);
            }
        });
        String besides = ClusterVerdict.besides(move, course.ruling.before(), told);
        settling.end(
                course,
                switch (outcome) {
                    case Outcome.Done(String evidence) -> new Outcome.Done(evidence + besides);
                    case Outcome.Unchanged(String cause) -> new Outcome.Unchanged(cause + besides);
                    case Outcome.Refused _, Outcome.Unknown _ -> outcome;
                });
    }

    private void goesOn(Course course, Sighting from, Sighting to) {
        boolean cancelled = course.cancelAsked();
        board.update(course.id, work -> work.in(cancelled ? Phase.CANCELLING : Phase.RUNNING, !cancelled));
        Settling.job(from)
                .or(() -> Settling.job(to))
                .ifPresent(job -> board.update(course.id, work -> work.with(job.figures())));
    }

    private void unsettled(Course course, Outcome outcome, boolean ruled, boolean sure) {
        if (course.attempt < pace.soon() && !course.answerOpen() && !sure) {
            return;
        }
        Outcome.Unknown unknown = unknown(course, outcome, ruled);
        if (!course.writtenUnknown) {
            course.writtenUnknown = settling.conclude(course, unknown);
        }
        free.accept(course);
        board.update(course.id, work -> work.unsettled(unknown, ruled));
    }

    private static Outcome.Unknown unknown(Course course, Outcome outcome, boolean ruled) {
        String read = switch (outcome) {
            case Outcome.Done(String evidence) -> evidence;
            case Outcome.Unchanged(String cause) -> cause;
            case Outcome.Refused(List<String> reasons) -> String.join("; ", reasons);
            case Outcome.Unknown(String why) -> why;
        };
        return new Outcome.Unknown(
                ruled
                        ? "the rule that moves it still holds in its cluster" + course.ruling.why()
                                + "; it is taken back by your word alone (Cancel), or ends by itself: " + read
                        : read);
    }

    /** Has the rule taken back: written down, and told to the cluster. Whether it is, the next look says. */
    void clear(Course course) {
        // before the order was answered, a rule taken back might come after all: the first look sees to it
        if (!(course.step instanceof Step.ClusterMove move) || course.intent == null || course.answer == null) {
            return;
        }
        Optional<ClusterAgent> agent = agents.cluster(move.actor());
        synchronized (course.ruling) {
            if (course.ruling.over() || agent.isEmpty()) {
                return;
            }
            try {
                Optional<Intent> clearing = course.ruling.clearing();
                if (clearing.isEmpty()) {
                    clearing = pen.intend(move.clear(), approval(course, move));
                    clearing.ifPresent(course.ruling::clearing);
                }
                if (clearing.isPresent()) {
                    course.ruling.cleared(agent.get().perform(clearing.get()));
                }
            } catch (JournalException failed) {
                LOG.error("taking back the rule of {} could not be written down", course.id, failed);
                course.ruling.cleared(new Answer.Failed("it could not be written down: " + failed.getMessage()));
            } catch (RuntimeException broken) {
                LOG.error("the hand on {} broke", move.actor(), broken);
                course.ruling.cleared(new Answer.Silent("the hand on the host broke: " + broken));
            }
        }
    }

    private Approval approval(Course course, Step.ClusterMove move) {
        Site site = newest.get();
        Plan plan = new Plan(
                course.title + ": the rule that moved it is taken back",
                site,
                List.of(move.clear()),
                site,
                List.of(),
                List.of(),
                Optional.empty());
        return new Approval(plan, course.ruling.found() ? desk.operator() : course.intent.operator(), Set.of());
    }
}
