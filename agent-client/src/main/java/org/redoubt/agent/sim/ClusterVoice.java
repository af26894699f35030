package org.redoubt.agent.sim;

import static org.redoubt.topology.model.Attributes.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.SimCluster;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.Source;

/** What a cluster says of itself: its members, its rings, and how each member's heartbeat comes through each. */
final class ClusterVoice extends Voice {

    private static final long EXPECTED = 1_000;
    /** The others wait a token's time before they miss a member. */
    private static final long MISSED = 2_000;
    /** How long a member that lost its cluster has to live. */
    private static final long SELF_FENCE = 15_000;

    private final SimCluster cluster;
    private final Set<ElementId> counting = new HashSet<>();

    ClusterVoice(SimCluster cluster, long period) {
        super(new Source("pacemaker", cluster.name()), period);
        this.cluster = cluster;
    }

    @Override
    void speak(SimWorld world, Page page, boolean all) {
        page.say(cluster.id(), NAME, cluster.name());
        long lost = cluster.hosts().stream().filter(world::dead).count();
        String matter = lost > 0 ? lost + " of " + cluster.hosts().size() + " nodes offline" : "";
        health(
                page,
                cluster.id(),
                lost > 0 ? Health.DEGRADED : Health.OK,
                matter.isEmpty() ? cluster.detail() : matter);
        for (int ring = 0; ring < SimCluster.RINGS; ring++) {
            ElementId id = cluster.ring(ring);
            page.say(id, NAME, cluster.name() + " ring " + ring).say(id, PART_OF, cluster.id());
            int down = 0;
            for (SimHost host : cluster.hosts()) {
                down += link(world, page, ring, host) ? 0 : 1;
            }
            health(
                    page,
                    id,
                    down > 0 ? Health.DEGRADED : Health.OK,
                    down > 0 ? down + " of " + cluster.hosts().size() + " links down" : "");
        }
        for (SimHost host : cluster.hosts()) {
            page.say(host.id(), MEMBER_OF, List.of(cluster.id()));
            watchdog(world, page, host);
        }
    }

    /** A member that lost its cluster is shot by its own watchdog; the others know when, and do not hear of it. */
    private void watchdog(SimWorld world, Page page, SimHost host) {
        Trouble death = world.trouble(Kind.HOST_DEAD, host.index(), 0);
        long lost = death == null ? -1 : world.now() - death.from() - MISSED;
        if (lost >= 0 && lost < SELF_FENCE) {
            page.say(host.id(), COUNTDOWN, "self-fence").say(host.id(), COUNTDOWN_LEFT, SELF_FENCE - lost);
            counting.add(host.id());
        } else if (counting.remove(host.id())) {
            page.gone(host.id(), COUNTDOWN).gone(host.id(), COUNTDOWN_LEFT);
        }
    }

    /** One member's link on a ring; whether it is up. */
    private boolean link(SimWorld world, Page page, int ring, SimHost host) {
        ElementId id = cluster.ringLink(ring, host);
        page.say(id, NAME, host.name() + " ring " + ring)
                .say(id, PART_OF, cluster.ring(ring))
                .say(id, CABLED_TO, List.of(host.nics().get(ring).id()))
                // nobody hears a beat oftener than it is told
                .say(id, BEAT_EXPECTED, Math.max(EXPECTED, period()));
        boolean cut = world.trouble(Kind.NIC_LOST, host.index(), ring) != null;
        Trouble death = world.trouble(Kind.HOST_DEAD, host.index(), 0);
        boolean missed = death != null && world.now() - death.from() >= MISSED;
        if (cut || missed) {
            condition(
                    page,
                    id,
                    false,
                    "corosync [KNET  ] link: host: " + (host.index() + 1) + " link: " + ring + " is down");
            return false;
        }
        double wander = world.chance().wander(Keys.figure(5 + ring, host.index() + 1_000_000L), world.now(), 1_000);
        if (world.trouble(Kind.BEAT_LATE, host.index(), ring) != null) {
            long beat = 2_000 + (long) (900 * wander);
            page.say(id, BEAT, beat);
            condition(page, id, true, "corosync [TOTEM ] Token has not been received in " + beat + " ms");
        } else {
            page.say(id, BEAT, 990 + (long) (35 * wander));
            condition(page, id, true, "");
        }
        return true;
    }
}
