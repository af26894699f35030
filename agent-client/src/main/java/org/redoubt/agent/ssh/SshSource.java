package org.redoubt.agent.ssh;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.redoubt.agent.link.Backoff;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.probe.Question;
import org.redoubt.agent.probe.Reader;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.probe.Speaker;
import org.redoubt.agent.ssh.read.net.LastCables;
import org.redoubt.agent.ssh.wire.Connection;
import org.redoubt.agent.ssh.wire.OfferedKey;
import org.redoubt.agent.ssh.wire.WireFault;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one host over SSH, round after round, and has its answers read; connects again for as long as it is open. Its
 * heartbeat tells how the connection stands; what was read of the host stays when it breaks, and grows old. It never acts.
 */
final class SshSource implements FactSource {

    private static final Logger LOG = LoggerFactory.getLogger(SshSource.class);

    /** How long a pause goes on before it is looked whether the connection still stands. */
    private static final long GLANCE = 1_000;

    private final SshHost host;
    private final List<Hearer> hearers;
    private final Desk desk;
    private final SshPace pace;
    private final RandomGenerator random;
    private final Backoff backoff;
    private final Probe probe;
    private final Heart heart;
    private final LastCables cables = new LastCables();
    private final Map<String, Speaker> speakers = new LinkedHashMap<>();
    private final BlockingQueue<Boolean> wakes = new LinkedBlockingQueue<>();
    private final Thread thread;

    private Consumer<? super Fact> sink;
    private boolean closed;
    private volatile Connection connection;
    private volatile long opening = Long.MAX_VALUE;
    private volatile Optional<OfferedKey> offered = Optional.empty();

    SshSource(
            SshHost host,
            List<Question> questions,
            Predicate<String> wanted,
            List<Hearer> hearers,
            Desk desk,
            SshPace pace,
            RandomGenerator random) {
        this.host = host;
        this.hearers = List.copyOf(hearers);
        this.desk = desk;
        this.pace = pace;
        this.random = random;
        this.backoff = new Backoff(random);
        this.probe = new Probe(host.id(), questions, wanted, desk.clock(), pace.grace(), desk.random());
        this.heart = new Heart(host.id(), pace.round());
        speakers.put(Hearer.SSH, new Speaker(source()));
        for (Hearer hearer : hearers) {
            speakers.computeIfAbsent(hearer.kind(), kind -> new Speaker(new Source(kind, host.key())));
        }
        this.thread = desk.thread("ssh " + host.key(), this::run);
    }

    @Override
    public Source source() {
        return new Source(Hearer.SSH, host.key());
    }

    @Override
    public synchronized void start(Consumer<? super Fact> hearer) {
        if (sink != null || closed) {
            throw new IllegalStateException("a source is started once");
        }
        sink = hearer;
        say(heart.begun());
        thread.start();
    }

    ElementId host() {
        return host.id();
    }

    /** Tries again now, where it waits for its next attempt. Any thread. */
    void retry() {
        wakes.add(true);
    }

    /** The key that the host showed at the last attempt, where nothing is known of it. Any thread. */
    Optional<OfferedKey> offered() {
        return offered;
    }

    // --- the owner thread

    private void run() {
        try {
            while (goesOn()) {
                say(heart.failed(attempt()));
                pause(backoff.next(), false);
            }
        } catch (InterruptedException asked) {
            LOG.debug("{} was interrupted", thread.getName());
        }
    }

    private LinkVerdict attempt() throws InterruptedException {
        try {
            return connectAndAsk();
        } catch (RuntimeException bug) {
            // a bug of ours ends neither the watching of this host nor that of the others
            LOG.error("asking {} failed; it is tried again", host.key(), bug);
            return new LinkVerdict(LinkState.FAILED, "The console itself failed here, and tries again: " + bug);
        }
    }

    private LinkVerdict connectAndAsk() throws InterruptedException {
        opening = desk.clock().millis();
        try (Connection to = new Connection(host.login(), pace.connect())) {
            connection = to;
            open(to);
            opening = Long.MAX_VALUE;
            return ask(to);
        } catch (WireFault fault) {
            return SshVerdict.of(fault);
        } finally {
            opening = Long.MAX_VALUE;
            connection = null;
        }
    }

    private void open(Connection to) throws WireFault {
        try {
            to.open();
        } finally {
            offered = to.offered();
        }
    }

    private LinkVerdict ask(Connection to) throws InterruptedException {
        try {
            for (long number = 0; goesOn() && to.alive(); number++) {
                long begun = desk.clock().millis();
                hear(probe.round(to, number));
                backoff.reset();
                // a thousand hosts are not asked at the same moment
                long every = Math.round(pace.round() * (0.95 + random.nextDouble() / 10));
                pause(begun + every - desk.clock().millis(), true);
            }
            return new LinkVerdict(
                    LinkState.LOST, "The connection broke between two rounds; the console goes on trying.");
        } catch (WireFault fault) {
            return SshVerdict.lost(fault);
        }
    }

    private void hear(Probe.Result result) {
        Reading own = new Reading();
        heart.beats(
                own,
                result.round(),
                result.clock(),
                result.matter(),
                desk.clock().millis());
        Map<String, Reading> all = new LinkedHashMap<>();
        Map<String, Reading> fresh = new LinkedHashMap<>();
        for (String kind : speakers.keySet()) {
            all.put(kind, new Reading());
            fresh.put(kind, new Reading());
        }
        for (Hearer hearer : hearers) {
            read(hearer, result.round(), all.get(hearer.kind()));
            if (hearer.seldom()) {
                read(hearer, result.fresh(), fresh.get(hearer.kind()));
            } else {
                fresh.put(hearer.kind(), all.get(hearer.kind()));
            }
        }
        // not among what is fresh: it grows old
        cables.keep(result.round().at(), all.get(Hearer.SSH));
        for (Reading reading : new LinkedHashSet<>(List.of(all.get(Hearer.SSH), fresh.get(Hearer.SSH)))) {
            own.lines().forEach(reading::say);
        }
        long at = result.round().at();
        synchronized (this) {
            speakers.forEach((kind, speaker) -> tell(speaker.round(host.id(), at, all.get(kind), fresh.get(kind))));
        }
    }

    private static void read(Hearer hearer, Round round, Reading into) {
        for (Reader reader : hearer.readers()) {
            try {
                reader.read(round, into);
            } catch (RuntimeException bug) {
                LOG.error("{} could not read what {} answered", reader, round.host(), bug);
                into.unreadable(reader.getClass().getSimpleName(), "the console itself failed here");
            }
        }
    }

    private void pause(long millis, boolean connected) throws InterruptedException {
        long until = desk.clock().millis() + millis;
        for (long left = millis;
                left > 0 && goesOn();
                left = until - desk.clock().millis()) {
            Connection to = connection;
            if (connected && (to == null || !to.alive())) {
                return;
            }
            if (wakes.poll(Math.min(left, GLANCE), TimeUnit.MILLISECONDS) != null && !connected) {
                return;
            }
        }
    }

    // --- any thread

    /** The watchdog's look, about once a second: it hangs up on what takes too long, and says so. */
    void check() {
        long now = desk.clock().millis();
        Connection to = connection;
        boolean late = now - opening > 3L * pace.connect();
        Optional<String> overdue = probe.overdue(now);
        if (late) {
            say(
                    heart.failed(
                            new LinkVerdict(
                                    LinkState.UNREACHABLE,
                                    "No answer yet: the machine is off, hangs, or the path to it is cut. Check this desk's own network first.")));
        } else if (overdue.isPresent()) {
            say(heart.failed(SshVerdict.hangs("waiting for " + overdue.get())));
        }
        if (to != null && (late || overdue.isPresent())) {
            to.hangUp();
        }
    }

    private synchronized boolean goesOn() {
        return !closed;
    }

    /** Says how the heart is; nothing else that was said is touched. */
    private synchronized void say(Reading reading) {
        tell(speakers.get(Hearer.SSH).besides(desk.clock().millis(), heart.id(), Heart.OF_THE_LINK, reading));
    }

    private void tell(Fact.Report report) {
        if (!closed && !report.assertions().isEmpty()) {
            sink.accept(report);
        }
    }

    /** Nothing is heard of it from now on; does not wait. */
    void stop() {
        synchronized (this) {
            closed = true;
        }
        wakes.add(true);
        Connection to = connection;
        if (to != null) {
            to.hangUp();
        }
    }

    void await(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        await(pace.closing());
    }
}
