package org.redoubt.agent.site;

import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.Change;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Claims;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Site;

/**
 * A snapshot as a site: it is looked at, nothing is heard of it any more, and nothing can be done to it. Its time stands
 * still at the moment when it was taken: every age is what it was then.
 */
public final class SnapshotAgents implements SiteAgents {

    /** A moment that no desk's clock ever reaches, so that no tick of it moves the snapshot's time. */
    private static final long STANDSTILL = 1L << 60;

    private final Snapshot snapshot;
    private final boolean recorded;

    public SnapshotAgents(Snapshot snapshot) {
        this(snapshot, false);
    }

    /** @param recorded whether it was read out of a recording */
    public SnapshotAgents(Snapshot snapshot, boolean recorded) {
        this.snapshot = snapshot;
        this.recorded = recorded;
    }

    public boolean recorded() {
        return recorded;
    }

    /** What the file holds, its moments as they were written. */
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public String name() {
        return snapshot.site().name();
    }

    @Override
    public Site initially() {
        return moved(snapshot.site(), STANDSTILL - snapshot.site().now());
    }

    @Override
    public List<FactSource> sources() {
        return List.of();
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return Optional.empty();
    }

    @Override
    public boolean simulated() {
        return snapshot.simulated();
    }

    @Override
    public void close() {}

    /** The same site with every moment in it {@code millis} later. */
    private static Site moved(Site site, long millis) {
        Site moved = Site.empty(site.name());
        for (ElementKind kind : ElementKind.values()) {
            for (Element element : site.stored(kind).toList()) {
                Claims claims = Claims.NONE;
                for (Claim<?> claim : element.claims().all()) {
                    claims = claims.with(moved(claim, millis));
                }
                moved = moved.apply(new Change.Put(element.with(claims)));
            }
        }
        return moved.apply(new Change.Passed(site.now() + millis));
    }

    private static <T> Claim<T> moved(Claim<T> claim, long millis) {
        return new Claim<>(
                claim.attribute(),
                claim.source(),
                claim.sequence(),
                claim.since() + millis,
                claim.heard() + millis,
                claim.value());
    }
}
