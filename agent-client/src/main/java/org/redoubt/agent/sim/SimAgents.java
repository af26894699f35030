package org.redoubt.agent.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.law.OutermostLoop;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Source;
import org.redoubt.topology.plan.JobFigures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The simulated site behind the ports. It begins when its first source is started, and goes with the desk's clock: on a
 * thread of its own, or, made by {@link #byHand}, only when it is told to {@link #step}.
 */
public final class SimAgents implements SiteAgents {

    private static final Logger LOG = LoggerFactory.getLogger(SimAgents.class);
    private static final long TICK = 100;
    /** After a longer pause (a machine that slept), what lies between is not told poll by poll. */
    private static final long SLEPT = 30_000;
    /** How many sources are heard for the first time in one step: those of a big site come in over some tenths of a second. */
    private static final int FIRST_HEARD = 3_000;

    private final SimSpec spec;
    private final Desk desk;
    private final double speed;
    private final boolean byHand;
    private final Map<Voice, Consumer<? super Fact>> sinks = new ConcurrentHashMap<>();
    private final Queue<Voice> started = new ConcurrentLinkedQueue<>();
    private final Object steps = new Object();
    private final Object lock = new Object();
    // The world, its reporter and the performances are guarded by the lock; starting a source does not wait for it.
    private final SimWorld world;
    private final Reporter reporter;
    private final Map<ElementId, HostAgent> hands = new HashMap<>();
    private final List<Performance> performances = new ArrayList<>();
    private final List<FactSource> sources;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean closed;
    private volatile long origin = -1;
    private volatile ScheduledThreadPoolExecutor driver;

    /** A site that goes as fast as the desk's clock. */
    public SimAgents(SimSpec spec, Desk desk) {
        this(spec, desk, 1);
    }

    /** @param speed simulated milliseconds in one of the desk's */
    public SimAgents(SimSpec spec, Desk desk, double speed) {
        this(spec, desk, speed, false);
    }

    private SimAgents(SimSpec spec, Desk desk, double speed, boolean byHand) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed: " + speed + " is not above 0");
        }
        this.spec = spec;
        this.desk = desk;
        this.speed = speed;
        this.byHand = byHand;
        this.world = new SimWorld(spec);
        this.reporter = new Reporter(world, this::deskTime);
        this.sources = reporter.voices().stream()
                .map(voice -> (FactSource) new Ear(voice))
                .toList();
        world.plant().hosts().forEach(host -> hands.put(host.id(), new Hand(host)));
        world.advance(spec.millis());
    }

    /**
     * A site without a thread: nothing is heard and nothing moves but within {@link #step}. {@code perform} blocks its
     * caller all the same, until steps have brought its answer.
     */
    public static SimAgents byHand(SimSpec spec, Desk desk) {
        return new SimAgents(spec, desk, 1, true);
    }

    @Override
    public String name() {
        return world.plant().name();
    }

    @Override
    public List<FactSource> sources() {
        return sources;
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return Optional.ofNullable(hands.get(host));
    }

    @Override
    public boolean simulated() {
        return true;
    }

    /**
     * Brings the site up to the desk's clock, and tells all that was heard till then, on the calling thread. Whoever
     * made it with a thread need not call it.
     */
    public void step() {
        synchronized (steps) {
            List<Reporter.Heard> heard;
            List<Runnable> news = new ArrayList<>();
            synchronized (lock) {
                if (origin < 0 || closed) {
                    return;
                }
                for (int i = 0; i < FIRST_HEARD && !started.isEmpty(); i++) {
                    reporter.open(started.poll());
                }
                long to = spec.millis() + (long) ((desk.clock().millis() - origin) * speed);
                heard = to - world.now() > SLEPT * speed ? reporter.leap(to) : reporter.hear(to);
                performances.removeIf(performance -> performance.follow(news));
            }
            // Told outside the lock: what listens may ask back.
            for (Reporter.Heard one : heard) {
                Consumer<? super Fact> sink = sinks.get(one.voice());
                if (sink != null) {
                    sink.accept(one.report());
                }
            }
            news.forEach(Runnable::run);
        }
    }

    /** How many actions wait for their answer: a test steps on until there is none. */
    public int underWay() {
        synchronized (lock) {
            return performances.size();
        }
    }

    @Override
    public void close() {
        closed = true;
        sinks.clear();
        ScheduledThreadPoolExecutor running = driver;
        if (running != null) {
            running.shutdownNow();
        }
        List<Performance> waiting;
        synchronized (lock) {
            waiting = List.copyOf(performances);
            performances.clear();
        }
        waiting.forEach(performance -> performance.abandon("this desk closed the connection"));
    }

    private long deskTime(long simulated) {
        return origin + (long) ((simulated - spec.millis()) / speed);
    }

    private void start(Voice voice, Consumer<? super Fact> sink) {
        if (closed) {
            return;
        }
        sinks.put(voice, sink);
        started.add(voice);
        if (begun.compareAndSet(false, true)) {
            origin = desk.clock().millis();
            if (!byHand) {
                ScheduledThreadPoolExecutor made =
                        new ScheduledThreadPoolExecutor(1, work -> desk.thread("simulated site", work));
                made.scheduleAtFixedRate(this::tick, TICK / 5, TICK, TimeUnit.MILLISECONDS);
                driver = made;
            }
        }
    }

    private void stop(Voice voice) {
        sinks.remove(voice);
        started.remove(voice);
        synchronized (lock) {
            reporter.close(voice);
        }
    }

    @OutermostLoop("logged; the executor would drop it without a word, and the site would only fall silent")
    private void tick() {
        try {
            step();
        } catch (RuntimeException broken) {
            LOG.error("the simulated site {} failed in a step; it goes on with the next", spec, broken);
        }
    }

    private Sighting sight(SimHost host, ElementId id) {
        synchronized (lock) {
            Trouble.Line line = world.line(host);
            if (!line.answers()) {
                return new Sighting.Unread(host.id(), line.state() == null ? "no answer in time" : line.detail());
            }
            SimVm vm = world.plant().vm(id);
            if (vm == null) {
                return new Sighting.Absent(host.id());
            }
            Transfer transfer = world.migrations().of(vm);
            if (vm.host() == host) {
                JobFigures figures = transfer == null ? world.migrations().arrival(vm) : transfer.figures();
                boolean migrating = world.job(vm) == Job.MIGRATING_OUT;
                return new Sighting.Seen(host.id(), world.state(vm), migrating, figures);
            }
            return transfer != null && transfer.to == host && transfer.phase().prepared()
                    ? new Sighting.Seen(host.id(), RunState.PAUSED, true, transfer.figures())
                    : new Sighting.Absent(host.id());
        }
    }

    /** One source, as the port has it. */
    private final class Ear implements FactSource {
        private final Voice voice;

        Ear(Voice voice) {
            this.voice = voice;
        }

        @Override
        public Source source() {
            return voice.source();
        }

        @Override
        public void start(Consumer<? super Fact> sink) {
            SimAgents.this.start(voice, sink);
        }

        @Override
        public void close() {
            stop(voice);
        }
    }

    /** The hand on one host. */
    private final class Hand implements HostAgent {
        private final SimHost actor;

        Hand(SimHost actor) {
            this.actor = actor;
        }

        @Override
        public ElementId host() {
            return actor.id();
        }

        @Override
        public Answer perform(Intent intent, Consumer<? super JobFigures> figures) {
            Performance performance = new Performance(world, actor, intent, figures);
            synchronized (lock) {
                if (closed) {
                    performance.abandon("this desk closed the connection");
                } else {
                    performances.add(performance);
                    performance.begin();
                }
            }
            return performance.await();
        }

        @Override
        public void cancel(Intent intent) {
            synchronized (lock) {
                performances.forEach(performance -> performance.cancel(intent));
            }
        }

        @Override
        public Sighting sight(ElementId vm) {
            return SimAgents.this.sight(actor, vm);
        }
    }
}
