package org.redoubt.controllers.watch;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.LATENCY;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.PEER_ADDRESS;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears every source and keeps the newest site. One thread folds: it takes all that waits as one batch, and once a
 * second the desk's time, without which nothing would grow old. The sources are started here and closed by whoever
 * made them; what they say after {@link #close()} is not heard.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long TICK_MILLIS = 1_000;
    /** Assertions: what a site of 40,000 VMs says in about half a minute. */
    private static final int ROOM = 4_000_000;

    private static final long CLOSE_MILLIS = 2_000;
    private static final Set<Attribute<?>> ABOUT_THE_LINK =
            Set.of(LINK, LINK_DETAIL, LATENCY, ADDRESS, PEER_ADDRESS, BEAT_EXPECTED);

    private final List<FactSource> sources;
    private final Desk desk;
    private final Thread writer;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final Set<Source> heard = ConcurrentHashMap.newKeySet();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Backlog backlog = new Backlog(ROOM);
    private Set<Source> answered = new HashSet<>();
    private boolean closed;

    private volatile Moment newest;
    private long nextTick;

    /** A site, and what was learned of its heartbeats until then. */
    private record Moment(Site site, Heartbeats heartbeats) {

        private Moment to(Site after) {
            return after == site ? this : new Moment(after, heartbeats.after(after));
        }
    }

    /** One source, and which source's answer was heard through it last: it is noted once. Guarded by the lock. */
    private static final class Ear {
        private final Source source;
        private Source known;

        private Ear(Source source) {
            this.source = source;
        }
    }

    private record Batch(List<Fact> facts, Set<Source> answered) {}

    @SuppressWarnings("exports") // only app wires, and it reads the ports; views shall not be able to
    public Watch(Site initial, List<FactSource> sources, Desk desk) {
        this.newest = new Moment(initial, Heartbeats.of(initial));
        this.sources = List.copyOf(sources);
        this.desk = desk;
        this.writer = desk.thread("watch", this::write);
    }

    /** Starts every source; returns at once. Called once. */
    public void start() {
        writer.start();
        for (FactSource source : sources) {
            Ear ear = new Ear(source.source());
            source.start(fact -> hear(ear, fact));
        }
    }

    /** The newest site. Any thread. */
    public Site newest() {
        return newest.site();
    }

    /** What was learned of every heartbeat up to the newest site. Any thread. */
    public Heartbeats heartbeats() {
        return newest.heartbeats();
    }

    /** Calls {@code listener} on the folding thread whenever there is a newer site; it must not block. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * Has {@code work} done with the newest site on a thread of its own, again whenever there is a newer one or it is
     * asked for: for what takes too long for a listener and for the toolkit's thread. Sites that come while it works are
     * passed over but for the last. It ends with this watch.
     *
     * @param rest milliseconds to let pass before the next newer site; what is asked for does not wait
     */
    public Follower follow(String name, long rest, Consumer<? super Site> work) {
        Follower follower = new Follower(name, rest, this::newest, work, desk);
        followers.add(follower);
        listeners.add(follower::siteChanged);
        follower.begin();
        return follower;
    }

    /** The sources of this watch. */
    public Set<Source> sources() {
        return Set.copyOf(sources.stream().map(FactSource::source).toList());
    }

    /**
     * The sources that have answered at least once, be it with a failure; one that is still connecting has not. What it
     * said is part of {@link #newest()} already.
     */
    public Set<Source> heardOnce() {
        return Set.copyOf(heard);
    }

    private void hear(Ear ear, Fact fact) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            backlog.add(fact);
            if (fact instanceof Fact.Report report && !report.source().equals(ear.known) && answers(report)) {
                ear.known = report.source();
                answered.add(ear.source);
                answered.add(report.source());
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A failure is an answer, and so is whatever a file says. That it is being connected, or just was, is none yet. */
    private static boolean answers(Fact.Report report) {
        if (report.source().standing()) {
            return true;
        }
        for (Assertion<?> assertion : report.assertions()) {
            boolean failed = assertion.value() instanceof LinkState link
                    && link != LinkState.CONNECTING
                    && link != LinkState.CONNECTED;
            if (failed || !ABOUT_THE_LINK.contains(assertion.attribute())) {
                return true;
            }
        }
        return false;
    }

    /** What came since the last time; empty when only time passed, null when this watch is closed. */
    private Batch await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nextTick - desk.clock().millis();
            while (!closed && backlog.isEmpty() && left > 0) {
                // The desk's clock need not be this machine's: it is asked again at least once a tick.
                arrived.await(Math.min(left, TICK_MILLIS), TimeUnit.MILLISECONDS);
                left = nextTick - desk.clock().millis();
            }
            Batch batch = new Batch(backlog.drain(), answered);
            answered = new HashSet<>();
            return closed ? null : batch;
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        Deque<Runnable> untold = new ArrayDeque<>();
        nextTick = desk.clock().millis();
        boolean open = true;
        while (open) {
            try {
                while (!untold.isEmpty()) {
                    untold.removeFirst().run();
                }
                Batch batch = await();
                open = batch != null;
                if (open) {
                    if (fold(batch.facts())) {
                        untold.addAll(listeners);
                    }
                    heard.addAll(batch.answered());
                }
            } catch (InterruptedException asked) {
                open = false;
            } catch (RuntimeException broken) {
                // The listener that broke is taken out already; the others go on.
                LOG.error("a listener failed", broken);
            }
        }
    }

    private boolean fold(List<Fact> facts) {
        Moment before = newest;
        long now = desk.clock().millis();
        if (now >= nextTick) {
            facts.add(new Fact.Tick(now));
            nextTick = now + TICK_MILLIS;
        }
        try {
            newest = before.to(Folding.fold(before.site(), facts));
        } catch (RuntimeException broken) {
            LOG.error("a fact could not be folded; the others are, one by one", broken);
            newest = before.to(oneByOne(before.site(), facts));
        }
        return newest != before;
    }

    private static Site oneByOne(Site before, List<Fact> facts) {
        Site site = before;
        for (Fact fact : facts) {
            try {
                site = Folding.fold(site, fact);
            } catch (RuntimeException broken) {
                LOG.error("left out: {}", fact, broken);
            }
        }
        return site;
    }

    /** Ends within a bounded time; {@link #newest()} stays as it was last. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        followers.forEach(Follower::end);
        try {
            writer.join(CLOSE_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
