package org.redoubt.app;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.agent.sim.SimWorld;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.agent.site.SnapshotAgents;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.Source;

/**
 * One look at a site.
 *
 * @param silent the sources that had not answered when the time was up
 */
record Observation(Snapshot snapshot, Set<Source> silent) {

    Observation {
        silent = new TreeSet<>(silent);
    }

    /** Listens until every source has answered once, or the time is up. */
    static Observation of(SiteAgents agents, Desk desk, long timeoutMillis) throws InterruptedException {
        if (agents instanceof SnapshotAgents still) {
            return new Observation(still.snapshot(), Set.of());
        }
        try (Watch watch = new Watch(agents.initially(), agents.sources(), desk)) {
            CountDownLatch answered = new CountDownLatch(1);
            Set<Source> sources = watch.sources();
            watch.onChange(() -> {
                if (watch.heardOnce().containsAll(sources)) {
                    answered.countDown();
                }
            });
            watch.start();
            answered.await(timeoutMillis, TimeUnit.MILLISECONDS);
            // in this order: what they said is part of the newest site then
            Set<Source> heard = watch.heardOnce();
            return new Observation(
                    new Snapshot(watch.newest(), desk.clock().wall(), agents.simulated()),
                    sources.stream().filter(source -> !heard.contains(source)).collect(Collectors.toSet()));
        }
    }

    /**
     * A simulated site at its moment. No clock of this machine takes part: the same seed and moment give the same
     * snapshot, to the byte.
     */
    static Observation of(SimSpec spec) {
        Instant simulated = Instant.EPOCH.plusMillis(spec.millis());
        return new Observation(new Snapshot(SimWorld.siteAt(spec), simulated, true), Set.of());
    }
}
