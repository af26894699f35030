package org.redoubt.controllers.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Journal;
import org.redoubt.topology.plan.forecast.Experience;
import org.redoubt.topology.plan.forecast.Run;

/** What the journal's past migrations taught; learned anew, on a thread of its own, after each that is scored. */
public final class PastRuns implements AutoCloseable {

    /** How far back it reads when it starts: as much as a journal has at hand. */
    private static final int FIRST = 1_000;

    private static final int LATER = 64;
    private static final long IDLE_SECONDS = 5;

    private final Journal journal;
    private final ThreadPoolExecutor learner;
    private final AtomicBoolean asked = new AtomicBoolean();
    /** The learner's thread alone. */
    private final List<Run> newestFirst = new ArrayList<>();

    private long read;
    private volatile Experience now = Experience.NONE;

    /** Begins to learn at once; until that is done, nothing is known. */
    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public PastRuns(Journal journal, Desk desk) {
        this.journal = journal;
        learner = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> desk.thread("past-runs", work),
                new ThreadPoolExecutor.DiscardPolicy());
        learner.allowCoreThreadTimeOut(true);
        journal.onEntry(this::learnSoon);
        learnSoon();
    }

    /** What is known now. Any thread. */
    public Experience now() {
        return now;
    }

    private void learnSoon() {
        if (asked.compareAndSet(false, true)) {
            learner.execute(this::learn);
        }
    }

    private void learn() {
        asked.set(false);
        List<Run> fresh = new ArrayList<>();
        long reached = read;
        for (Entry entry : journal.latest(read == 0 ? FIRST : LATER)) {
            if (entry.number() > read && entry instanceof Entry.Scored scored) {
                fresh.add(scored.run());
            }
            reached = Math.max(reached, entry.number());
        }
        read = reached;
        if (!fresh.isEmpty()) {
            newestFirst.addAll(0, fresh);
            now = Experience.of(newestFirst);
        }
    }

    @Override
    public void close() {
        learner.shutdown();
    }
}
