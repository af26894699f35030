package org.redoubt.controllers.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Journal;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what an operator approved, and nothing else: each step is tried on the newest site, written down, sent, and read
 * back from both hosts. A VM is in one piece of work at a time until it is known what became of it; a host takes part
 * in few migrations at once, and the rest wait. All its methods return at once.
 */
public final class Runner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final long IDLE_SECONDS = 10;
    private static final long CLOSE_MILLIS = 2_000;

    private record Waiting(Course course, Approval approval) {}

    private final Desk desk;
    private final SiteAgents agents;
    private final Pen pen;
    private final Board board = new Board();
    private final Performing performing;
    private final Settling settling;

    /** Which work has each VM: taken by compare-and-set, so that a second click starts nothing. */
    private final Map<ElementId, UUID> taken = new ConcurrentHashMap<>();

    private final Map<UUID, Course> courses = new ConcurrentHashMap<>();
    private final Object gate = new Object();
    private final Berths berths;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private final ThreadPoolExecutor hands;
    private final ThreadPoolExecutor eyes;
    private final ThreadPoolExecutor cancels;
    private final ScheduledThreadPoolExecutor timer;
    private volatile boolean closed;

    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public Runner(Supplier<Site> newest, SiteAgents agents, Journal journal, Desk desk) {
        this(newest, agents, journal, desk, Pace.USUAL);
    }

    Runner(Supplier<Site> newest, SiteAgents agents, Journal journal, Desk desk, Pace pace) {
        this.agents = agents;
        pen = new Pen(journal);
        this.desk = desk;
        berths = new Berths(pace);
        // Berths bound how many migrate; what is refused or cancelled takes a moment only, and queues.
        hands = pool("run-hand", pace.most());
        eyes = pool("run-eye", 4);
        cancels = pool("run-cancel", 2);
        timer = new ScheduledThreadPoolExecutor(1, work -> desk.thread("run-timer", work));
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        Settling.Later later = new Settling.Later() {
            @Override
            public void look(Course course, long millis) {
                lookLater(course, millis);
            }

            @Override
            public void cancel(Course course) {
                sendCancel(course);
            }
        };
        settling = new Settling(newest, agents, pen, board, desk, pace, later, this::free, this::over);
        performing = new Performing(newest, agents, pen, board, settling, later, desk.clock());
    }

    /** Starts what was approved: a plan of one step. What becomes of it is shown by {@link #works()}. */
    public Work start(Approval approval) {
        if (approval.plan().steps().size() != 1) {
            throw new IllegalArgumentException(
                    "a plan of one step, not of " + approval.plan().steps().size());
        }
        return switch (approval.plan().steps().getFirst()) {
            case Step.Migrate step -> start(approval, step);
            case Step.ClusterMove step -> start(approval, step);
            case Step.ClusterClear step -> throw new IllegalArgumentException(step + " is the second half of a move");
        };
    }

    private Work start(Approval approval, Step.Move step) {
        if (closed) {
            throw new IllegalStateException("this console is closing");
        }
        Course course = new Course(
                UUID.randomUUID(),
                approval.plan().title(),
                step,
                approval.plan().prediction());
        boolean first = taken.putIfAbsent(step.vm(), course.id) == null;
        Work work = new Work(
                course.id,
                course.title,
                step,
                approval.operator(),
                first ? Phase.WAITING : Phase.CHECKING,
                JobFigures.NONE,
                Optional.empty(),
                desk.clock().millis(),
                -1,
                approval.plan().prediction(),
                first,
                "");
        board.put(work);
        if (!first) {
            hands.execute(
                    () -> performing.refuse(course, List.of("another piece of work on this VM is not settled yet")));
            return work;
        }
        courses.put(course.id, course);
        synchronized (gate) {
            waiting.addLast(new Waiting(course, approval));
        }
        dispatch();
        return board.find(course.id).orElse(work);
    }

    /** Asks for a work to be given up; what it comes to is read back like anything else. */
    public void cancel(UUID workId) {
        Course course = courses.get(workId);
        if (course == null) {
            return;
        }
        course.askCancel();
        boolean waited;
        synchronized (gate) {
            waited = waiting.removeIf(one -> one.course() == course);
        }
        if (waited) {
            hands.execute(() -> settling.end(course, new Outcome.Unchanged("cancelled before it was sent")));
            return;
        }
        board.update(workId, work -> switch (work.phase()) {
            case RUNNING -> work.in(Phase.CANCELLING, false);
            default -> work.in(work.phase(), false);
        });
        sendCancel(course);
    }

    /** All work, newest first; immutable. Any thread. */
    public List<Work> works() {
        return board.works();
    }

    /** Calls {@code listener} after each change, on the thread that made it; it must not block. */
    public void onChange(Runnable listener) {
        board.onChange(listener);
    }

    /**
     * Takes up what the journal holds without an outcome, from earlier runs: shown at once as unsettled, and settled from
     * what the hosts say. Nothing of it is performed again. Called once, before anything is started.
     */
    public void settle() {
        List<Intent> open = pen.open();
        for (Intent intent : open) {
            switch (intent.step()) {
                case Step.Migrate step -> takeUp(intent, step, Optional.empty());
                case Step.ClusterMove step -> takeUp(intent, step, Ruling.clearing(open, step));
                case Step.ClusterClear step when Ruling.moving(open, step) -> {
                    // taken up with its move
                }
                case Step.ClusterClear step -> takeUp(intent, Ruling.move(step), Optional.empty());
            }
        }
    }

    private void takeUp(Intent intent, Step.Move step, Optional<Intent> clearing) {
        Course course = new Course(UUID.randomUUID(), intent.title(), step, Optional.empty());
        course.intent = intent;
        course.ruling.takenUp(clearing);
        course.answer = new Answer.Silent("the console ended before the host had answered");
        taken.putIfAbsent(step.vm(), course.id);
        courses.put(course.id, course);
        board.put(new Work(
                course.id,
                course.title,
                step,
                intent.operator(),
                Phase.UNSETTLED,
                JobFigures.NONE,
                Optional.of(new Outcome.Unknown("this console ended before the outcome was known; asking both hosts")),
                desk.clock().millis(),
                -1,
                Optional.empty(),
                false,
                ""));
        lookLater(course, 0);
    }

    private void dispatch() {
        List<Waiting> turn = new ArrayList<>();
        synchronized (gate) {
            for (Waiting one : List.copyOf(waiting)) {
                if (!closed && berths.take(one.course().step)) {
                    one.course().berth(true);
                    waiting.remove(one);
                    turn.add(one);
                }
            }
        }
        for (Waiting one : turn) {
            hands.execute(() -> carry(one.course(), () -> performing.perform(one.course(), one.approval())));
        }
    }

    private void lookLater(Course course, long millis) {
        timer.schedule(
                () -> eyes.execute(() -> carry(course, () -> settling.look(course))), millis, TimeUnit.MILLISECONDS);
    }

    private void sendCancel(Course course) {
        Intent intent = course.intent;
        if (intent != null && !closed) {
            cancels.execute(() -> {
                if (course.step instanceof Step.ClusterMove) {
                    settling.clear(course);
                } else {
                    agents.agent(course.step.actor()).ifPresent(agent -> agent.cancel(intent));
                }
            });
        }
    }

    /** The outermost of a worker: whatever breaks, the VM stays taken until the hosts were read. */
    private void carry(Course course, Runnable work) {
        try {
            if (!closed) {
                work.run();
            }
        } catch (RuntimeException broken) {
            if (!pen.laidDown()) {
                LOG.error("{} broke", course.title, broken);
            }
            if (course.intent == null) {
                settling.end(course, new Outcome.Refused(List.of("nothing was sent, because this broke: " + broken)));
            } else {
                course.answer =
                        course.answer == null ? new Answer.Silent("the console broke: " + broken) : course.answer;
                lookLater(course, Pace.USUAL.longest());
            }
        }
    }

    private void free(Course course) {
        if (course.berth(false)) {
            synchronized (gate) {
                berths.give(course.step);
            }
            dispatch();
        }
    }

    private void over(Course course) {
        taken.remove(course.step.vm(), course.id);
        courses.remove(course.id);
        free(course);
    }

    private ThreadPoolExecutor pool(String name, int most) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> desk.thread(name, work),
                new ThreadPoolExecutor.DiscardPolicy());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Starts nothing more and ends within a bounded time. What is under way goes on at the hosts; its intent stays open in
     * the journal, and the next start settles it.
     */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
        List.of(hands, eyes, cancels).forEach(ThreadPoolExecutor::shutdown);
        try {
            hands.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            pen.layDown(); // the journal is closed next
        }
    }
}
