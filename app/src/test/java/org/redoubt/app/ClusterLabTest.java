package org.redoubt.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.HEALTH;
import static org.redoubt.topology.model.Attributes.NODE_STATE;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.TARGETS;
import static org.redoubt.topology.model.Attributes.UP;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.redoubt.agent.lab.HostFaults;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.cluster.Ownership;
import org.redoubt.topology.model.Belief;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.NodeState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.SplitBrain;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;
import org.redoubt.topology.plan.forecast.Experience;
import org.redoubt.topology.plan.move.Planning;

/** From nothing but addresses and a key: what the lab's cluster is, and what becomes of it when it is hurt. */
@OnLab(Lab.Part.CLUSTER)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterLabTest {

    private static final ElementId CLUSTER = new ElementId(ElementKind.CLUSTER, "redoubt-lab");
    private static final List<String> HOSTS = List.of("10.77.0.11", "10.77.0.12", "10.77.0.13");

    private static SiteAgents agents;
    private static Watch watch;

    @BeforeAll
    static void listen(Lab lab) {
        Desk desk = new Workstation(Map.of()).desk();
        agents = SiteOpener.open(lab.siteOfCluster().toString(), desk, false);
        watch = new Watch(agents.initially(), agents.sources(), desk);
        watch.start();
    }

    @AfterAll
    static void close() {
        if (watch != null) {
            watch.close();
            agents.close();
        }
    }

    private static Site until(String what, Predicate<Site> holds) {
        Lab.await(what, () -> holds.test(watch.newest()));
        return watch.newest();
    }

    private static Element element(Site site, ElementId id) {
        return site.find(id).orElseThrow(() -> new AssertionError("nothing is known of " + id));
    }

    private static ElementId end(int ring, String host) {
        return CLUSTER.part(ElementKind.RING, Integer.toString(ring)).part(ElementKind.RING, host);
    }

    private static boolean up(Site site, int ring, String host) {
        return site.find(end(ring, host)).flatMap(link -> link.value(UP)).orElse(false);
    }

    private static boolean well(Site site) {
        return HOSTS.stream()
                .allMatch(host -> site.host(ElementId.host(host))
                                .flatMap(known -> known.value(NODE_STATE))
                                .filter(NodeState.ONLINE::equals)
                                .isPresent()
                        && up(site, 0, host)
                        && up(site, 1, host));
    }

    private static Element.Vm vm(Lab lab, Site site, String name) {
        return site.vm(ElementId.vm(lab.guest(name).uuid())).orElseThrow();
    }

    @Test
    @Order(1)
    void membersRingsFencesAndWhoseVmsTheyAre(Lab lab) {
        Site site = until("all three to be members", ClusterLabTest::well);

        assertThat(element(site, CLUSTER).value(HEALTH)).contains(Health.OK);
        assertThat(SplitBrain.of(element(site, CLUSTER))).isEmpty();
        for (String host : HOSTS) {
            String device = "fence-node-" + host.charAt(host.length() - 1);
            Element fence = element(site, CLUSTER.part(ElementKind.FENCE_DEVICE, device));
            assertThat(fence.value(PART_OF)).contains(ElementId.host(host));
            assertThat(fence.refs(TARGETS)).containsExactly(ElementId.host(host));
            assertThat(fence.value(UP)).contains(true);
        }
        assertThat(Ownership.of(site, vm(lab, site, "web-01"))).isInstanceOfSatisfying(Ownership.Owned.class, owned -> {
            assertThat(owned.resource().id()).isEqualTo(CLUSTER.part(ElementKind.SERVICE, "web-01"));
            assertThat(owned.resource().value(ALLOW_MIGRATE)).contains(true);
        });
        assertThat(Ownership.of(site, vm(lab, site, "slow-writer"))).isInstanceOf(Ownership.Unclaimed.class);
        ElementId elsewhere = ElementId.host(
                vm(lab, site, "web-01").whereabouts().host().orElseThrow().key().equals(HOSTS.getFirst())
                        ? HOSTS.getLast()
                        : HOSTS.getFirst());
        assertThat(Planning.migrate(site, vm(lab, site, "web-01").id(), elsewhere, Tuning.DEFAULT, Experience.NONE)
                        .steps()
                        .getFirst())
                .isInstanceOf(Step.ClusterMove.class);
    }

    @Test
    @Order(2)
    void aCutRingIsThatHostsEndAndNoOther(Lab lab) {
        HostFaults faults = lab.host("node-1").faults();
        faults.cutRing(1);
        Site site = until(
                "the end to be down",
                now -> element(now, end(1, HOSTS.getFirst()))
                        .value(UP)
                        .filter(works -> !works)
                        .isPresent());

        assertThat(up(site, 0, HOSTS.getFirst())).isTrue();
        for (String other : HOSTS.subList(1, 3)) {
            assertThat(up(site, 0, other)).isTrue();
            assertThat(up(site, 1, other)).isTrue();
        }
        faults.mendRing(1);
        until("it to be whole again", ClusterLabTest::well);
    }

    @Test
    @Order(3)
    void aPartitionShowsBothViewsAndIsASplitBrain(Lab lab) throws Exception {
        HostFaults faults = lab.host("node-3").faults();
        faults.stopBmc();
        faults.partition();
        Site site = until(
                "the cluster to come apart",
                now -> SplitBrain.of(element(now, CLUSTER)).isPresent());

        SplitBrain split = SplitBrain.of(element(site, CLUSTER)).orElseThrow();
        assertThat(split.parts().get(ElementId.host(HOSTS.getLast()))).containsExactly(ElementId.host(HOSTS.getLast()));
        assertThat(split.words(site)).startsWith("split brain: ");
        until(
                "both views of node-3 to be kept",
                now -> element(now, ElementId.host(HOSTS.getLast())).believe(NODE_STATE)
                        instanceof Belief.Contradicted<NodeState>);

        Lab.up(Lab.Guests.FEW, Lab.Part.CLUSTER);
        until(
                "it to be one again",
                now -> well(now) && SplitBrain.of(element(now, CLUSTER)).isEmpty());
    }
}
