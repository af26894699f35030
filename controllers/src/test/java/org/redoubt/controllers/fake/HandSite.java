package org.redoubt.controllers.fake;

import static org.redoubt.topology.model.Attributes.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Source;

/** A site of a few hosts, driven by hand: what is known of it, and the hands on it. */
public final class HandSite implements SiteAgents {

    private static final long GIB = 1L << 30;

    private final Changes changes;
    private final Map<ElementId, HandHost> hosts = new ConcurrentHashMap<>();
    private final Map<ElementId, ClusterAgent> nodes = new ConcurrentHashMap<>();
    private final AtomicLong sequence = new AtomicLong();
    private volatile Site site = Site.empty("hand");

    public HandSite(Changes changes) {
        this.changes = changes;
    }

    public ElementId host(String name) {
        ElementId id = ElementId.host(name);
        hosts.put(id, new HandHost(id, changes));
        says(
                name,
                new Assertion<>(id, NAME, name),
                new Assertion<>(id, LINK, LinkState.CONNECTED),
                new Assertion<>(id, OWNER, Owner.NONE),
                new Assertion<>(id, BEAT, 5_000L),
                new Assertion<>(id, CPU_MODEL, "one"),
                new Assertion<>(id, MEMORY, 64 * GIB),
                new Assertion<>(id, MEMORY_FREE, 32 * GIB));
        return id;
    }

    /** A VM that runs on a host. */
    public ElementId vm(String name, ElementId on) {
        ElementId id = ElementId.vm("uuid-of-" + name);
        says(
                on.key(),
                new Assertion<>(id, NAME, name),
                new Assertion<>(id, RUNS_ON, on),
                new Assertion<>(id, STATE, RunState.RUNNING),
                new Assertion<>(id, MEMORY, 4 * GIB),
                new Assertion<>(id, NEEDS_NETWORKS, List.of()),
                new Assertion<>(id, NEEDS_VOLUMES, List.of()));
        hand(on).sees(id, RunState.RUNNING);
        return id;
    }

    public void says(String host, Assertion<?>... assertions) {
        Source source = new Source("hand", host);
        site = Folding.fold(site, new Fact.Report(source, sequence.incrementAndGet(), site.now(), List.of(assertions)));
    }

    public Site site() {
        return site;
    }

    public HandHost hand(ElementId host) {
        return hosts.get(host);
    }

    /** Nobody has a hand on it any more. */
    public void lose(ElementId host) {
        hosts.remove(host);
        nodes.remove(host);
    }

    @Override
    public String name() {
        return "hand";
    }

    @Override
    public List<FactSource> sources() {
        return List.of();
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return Optional.ofNullable(hosts.get(host));
    }

    /** This host is a node of that cluster. */
    public void joins(ElementId host, HandCluster cluster) {
        nodes.put(host, cluster.node(host));
    }

    @Override
    public Optional<ClusterAgent> cluster(ElementId host) {
        return Optional.ofNullable(nodes.get(host));
    }

    @Override
    public boolean simulated() {
        return true;
    }

    @Override
    public void close() {}
}
