package org.redoubt.views.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.TestSite;
import org.redoubt.views.words.Level;

class FiguresTest {

    private static Figures.Figure figure(Site site, String what) {
        return Figures.of(site).shown(true).stream()
                .filter(figure -> figure.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void agentsAreTheConnectedHosts() {
        Site site = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .host("node-2", LinkState.REFUSED, null)
                .at(1000);
        assertThat(figure(site, "agents").value()).isEqualTo("1 of 2");
        assertThat(figure(site, "agents").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void whatNobodyMeasuresIsNotShown() {
        Site site = new TestSite().host("node-1", LinkState.CONNECTED, null).at(1000);
        assertThat(Figures.of(site).shown(true))
                .extracting(Figures.Figure::what)
                .containsExactly("agents", "this desk's link");
    }

    @Test
    void aHeartbeatOlderThanTwoIntervalsDoesNotCount() {
        ElementId ring = new ElementId(ElementKind.RING, "r");
        TestSite told = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .say(ring, Attributes.BEAT_EXPECTED, 1000L)
                .say(ring, Attributes.BEAT, 990L)
                .by("corosync@node-1", 10_000);
        assertThat(figure(told.at(12_000), "heartbeats").value()).isEqualTo("1 of 1");
        assertThat(figure(told.at(12_001), "heartbeats").value()).isEqualTo("0 of 1");
    }

    @Test
    void aPortOfUnknownStateIsNotCountedAsUp() {
        ElementId host = ElementId.host("node-1");
        Site site = new TestSite()
                .say(host.part(ElementKind.HBA_PORT, "hba0"), Attributes.UP, true)
                .say(host.part(ElementKind.HBA_PORT, "hba1"), Attributes.UP, false)
                .say(host.part(ElementKind.NETWORK_PORT, "nic0"), Attributes.NAME, "nic0")
                .by("ssh@node-1", 1000)
                .at(1000);
        assertThat(figure(site, "links up").value()).isEqualTo("1 of 2");
        assertThat(figure(site, "links up").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void aRingOfNodesIsNotCountedBesideThem() {
        ElementId ring = new ElementId(ElementKind.RING, "r");
        ElementId node = ring.part(ElementKind.RING, "node-1");
        Site site = new TestSite()
                .say(ring, Attributes.BEAT_EXPECTED, 1000L)
                .say(node, Attributes.BEAT_EXPECTED, 1000L)
                .say(node, Attributes.PART_OF, ring)
                .say(node, Attributes.BEAT, 990L)
                .by("corosync@node-1", 10_000)
                .at(10_000);
        assertThat(figure(site, "heartbeats").value()).isEqualTo("1 of 1");
    }

    @Test
    void aHeartbeatThatWasNeverHeardIsNotFine() {
        Site site = new TestSite()
                .say(new ElementId(ElementKind.RING, "r"), Attributes.BEAT_EXPECTED, 1000L)
                .by("corosync@node-1", 10_000)
                .at(10_000);
        assertThat(figure(site, "heartbeats").value()).isEqualTo("0 of 1");
    }

    @Test
    void whenNobodyAnswersTheDeskDoubtsItself() {
        Site site = new TestSite()
                .host("node-1", LinkState.UNREACHABLE, null)
                .host("node-2", LinkState.UNREACHABLE, null)
                .at(1000);
        assertThat(figure(site, "this desk's link").level()).isEqualTo(Level.CRITICAL);
        assertThat(figure(Site.empty("x"), "this desk's link").level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void theTreeCountsHostsVmsAndWhoIsAway() {
        Site site = new TestSite()
                .host("node-10", LinkState.CONNECTED, "payroll")
                .host("node-2", LinkState.REFUSED, "payroll")
                .host("alone", LinkState.CONNECTED, null)
                .vm("u-1", "db", "node-10", RunState.RUNNING)
                .at(1000);
        assertThat(ClusterRow.of(site, Set.of()))
                .extracting(ClusterRow::name)
                .containsExactly("payroll", "node-2", "node-10", "in no cluster", "alone");
        ClusterRow payroll = ClusterRow.of(site, Set.of()).getFirst();
        assertThat(payroll.detail()).isEqualTo("1 of 2 not connected · 1 VM");
        assertThat(payroll.status().level()).isEqualTo(Level.WARNING);
        assertThat(ClusterRow.of(site, Set.of(new ElementId(ElementKind.CLUSTER, "payroll"))))
                .extracting(ClusterRow::name)
                .containsExactly("payroll", "in no cluster", "alone");
    }

    @Test
    void problemsAreWorstFirstAndSayWhatToDo() {
        ElementId port = ElementId.host("node-1").part(ElementKind.HBA_PORT, "hba1");
        ElementId raid = new ElementId(ElementKind.RAID_SET, "r0");
        Site site = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .host("node-2", LinkState.HANGS, null)
                .host("node-3", LinkState.CONNECTING, null)
                .say(raid, Attributes.HEALTH, Health.DEGRADED)
                .say(port, Attributes.NAME, "hba1")
                .say(port, Attributes.PART_OF, ElementId.host("node-1"))
                .say(port, Attributes.HEALTH, Health.FAILED)
                .by("ssh@node-1", 1000)
                .at(1000);
        assertThat(Problem.notConnected(site)).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo("node-2");
            assertThat(problem.advice()).isNotBlank();
        });
        assertThat(Problem.others(site)).extracting(Problem::name).containsExactly("node-1 hba1", "r0");
    }
}
