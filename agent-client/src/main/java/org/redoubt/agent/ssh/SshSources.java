package org.redoubt.agent.ssh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostKeys;
import org.redoubt.agent.probe.Question;
import org.redoubt.agent.probe.Shell;
import org.redoubt.topology.model.ElementId;

/** Every host that is asked over SSH, each by a thread of its own, and the one watchdog beside them. */
public final class SshSources implements AutoCloseable {

    private static final long LOOK_EVERY = 1_000;

    private final List<SshHost> hosts;
    private final List<SshSource> sources = new ArrayList<>();
    private final ScheduledThreadPoolExecutor ticker;
    private final Desk desk;
    private final SshPace pace;

    /**
     * Nothing is connected to before a source is started.
     *
     * @param wanted whether a host is to be asked a question now, by its name; asked before each round
     */
    public SshSources(List<SshHost> hosts, BiPredicate<ElementId, String> wanted, List<Hearer> hearers, Desk desk) {
        this(hosts, Questions.all(), wanted, hearers, desk, SshPace.NORMAL);
    }

    SshSources(
            List<SshHost> hosts,
            List<Question> questions,
            BiPredicate<ElementId, String> wanted,
            List<Hearer> hearers,
            Desk desk,
            SshPace pace) {
        this.hosts = List.copyOf(hosts);
        this.desk = desk;
        this.pace = pace;
        for (SshHost host : hosts) {
            SplittableRandom random = new SplittableRandom(desk.random().nextLong());
            sources.add(new SshSource(
                    host, questions, question -> wanted.test(host.id(), question), hearers, desk, pace, random));
        }
        ticker = new ScheduledThreadPoolExecutor(1, work -> desk.thread("ssh watchdog", work));
        ticker.setRemoveOnCancelPolicy(true);
        ticker.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    private void look() {
        sources.forEach(SshSource::check);
    }

    /** What can be heard of them; not started. */
    public List<FactSource> sources() {
        return List.copyOf(sources);
    }

    /**
     * The keys that hosts showed of which nothing is known.
     *
     * @param file this desk's own known_hosts file, where those that are accepted are written
     */
    public HostKeys hostKeys(Path file) {
        return new AcceptedKeys(sources, file);
    }

    /** A shell on a host for what acts there; empty where the host is none of these. */
    public Optional<Shell> shell(ElementId host) {
        return hosts.stream()
                .filter(one -> one.id().equals(host))
                .findFirst()
                .map(one -> new SshShell(one, pace, ticker));
    }

    /** Closes all at once, then waits a bounded time for all together: a host that hangs delays nobody. */
    @Override
    public void close() {
        ticker.shutdownNow();
        sources.forEach(SshSource::stop);
        long until = desk.clock().millis() + pace.closing();
        sources.forEach(source -> source.await(Math.max(1, until - desk.clock().millis())));
    }
}
