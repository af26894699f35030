package org.redoubt.agent.libvirt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.ElementId;

/**
 * A site of real hosts, each reached through libvirt. Hosts do not wait for each other: every connection has a thread of
 * its own. A host whose entry forbids acting has no hand.
 */
public final class LibvirtAgents implements SiteAgents {

    private static final long LOOK_EVERY = 1_000;

    private final String name;
    private final Pace pace;
    private final Desk desk;
    private final Handles handles = new Handles();
    private final ScheduledThreadPoolExecutor ticker;
    private final Map<ElementId, LibvirtSource> sources = new LinkedHashMap<>();
    private final Map<ElementId, LibvirtAgent> agents = new LinkedHashMap<>();

    /** Nothing is opened before a source is started or a hand is used. */
    public LibvirtAgents(String name, List<HostEntry> hosts, LibvirtLibrary library, Desk desk) {
        this(name, hosts, library, desk, Pace.NORMAL);
    }

    LibvirtAgents(String name, List<HostEntry> hosts, LibvirtLibrary library, Desk desk, Pace pace) {
        this.name = name;
        this.pace = pace;
        this.desk = desk;
        this.ticker = new ScheduledThreadPoolExecutor(1, work -> desk.thread("libvirt watchdog", work));
        ticker.setRemoveOnCancelPolicy(true);
        Map<ElementId, HostEntry> entries = new LinkedHashMap<>();
        for (HostEntry entry : hosts) {
            if (entries.put(entry.id(), entry) != null) {
                throw new IllegalArgumentException("two hosts have the key " + entry.key());
            }
        }
        Map<ElementId, HostEntry> site = Map.copyOf(entries);
        for (HostEntry entry : entries.values()) {
            Identity identity = new Identity();
            Runnable whenConnected = () -> {};
            if (entry.act()) {
                LibvirtAgent agent = new LibvirtAgent(
                        entry,
                        id -> Optional.ofNullable(site.get(id)),
                        ticker,
                        pace,
                        lane -> new Lane(lane, entry, library, desk, pace, handles, identity));
                agents.put(entry.id(), agent);
                whenConnected = agent::warm;
            }
            RandomGenerator random = new SplittableRandom(desk.random().nextLong());
            sources.put(
                    entry.id(),
                    new LibvirtSource(entry, library, desk, pace, handles, identity, random, whenConnected));
        }
        ticker.scheduleWithFixedDelay(this::look, LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    /** The site that is one host, named by a bare libvirt URI: {@code test:///default}, {@code qemu:///system}. */
    public static LibvirtAgents ofUri(String uri, boolean act, LibvirtLibrary library, Desk desk) {
        return new LibvirtAgents(uri, List.of(HostEntry.of(uri, act)), library, desk);
    }

    private void look() {
        sources.values().forEach(LibvirtSource::check);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<FactSource> sources() {
        return new ArrayList<>(sources.values());
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return Optional.ofNullable(agents.get(host));
    }

    @Override
    public boolean simulated() {
        return false;
    }

    /** How many native references (connections, domains, networks, pools) are held now. It does not grow with time. */
    public long handles() {
        return handles.live();
    }

    /** Closes everything at once, then waits a bounded time for all together: a host that hangs delays nobody. */
    @Override
    public void close() {
        ticker.shutdownNow();
        agents.values().forEach(LibvirtAgent::close);
        sources.values().forEach(LibvirtSource::stop);
        long until = desk.clock().millis() + pace.closing();
        sources.values()
                .forEach(source -> source.await(Math.max(1, until - desk.clock().millis())));
    }
}
