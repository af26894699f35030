package org.redoubt.views.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    void aHeartbeatThatIsLateDoesNotCount() {
        ElementId ring = new ElementId(ElementKind.RING, "r");
        TestSite told = new TestSite()
                .host("node-1", LinkState.CONNECTED, null)
                .say(ring, Attributes.BEAT_EXPECTED, 1000L)
                .say(ring, Attributes.BEAT, 990L)
                .by("corosync@node-1", 10_000);
        assertThat(figure(told.at(11_500), "heartbeats").value()).isEqualTo("1 of 1");
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
                .at(13_001);
        assertThat(figure(site, "heartbeats").value()).isEqualTo("0 of 1");
        assertThat(figure(site, "heartbeats").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void aHostsOwnHeartIsCountedBesideThoseOfItsParts() {
        TestSite told = beats(listened(new TestSite(), "node-1", LinkState.CONNECTED), "node-1", 2000);
        ElementId ssh = ElementId.host("node-1").part(ElementKind.SERVICE, "ssh");
        told.say(ssh, Attributes.PART_OF, ElementId.host("node-1"))
                .say(ssh, Attributes.BEAT_EXPECTED, 5000L)
                .say(ssh, Attributes.BEAT, 5000L)
                .by("ssh@node-1", 2000);
        assertThat(figure(told.at(3000), "heartbeats").value()).isEqualTo("2 of 2");
    }

    /** A host whose heart is listened for from 1000 on, and beats every 5 s. */
    private static TestSite listened(TestSite site, String key, LinkState link) {
        return site.host(key, link, null)
                .say(ElementId.host(key), Attributes.BEAT_EXPECTED, 5000L)
                .by("libvirt@" + key, 1000);
    }

    private static TestSite beats(TestSite site, String key, long at) {
        return site.say(ElementId.host(key), Attributes.BEAT, 5000L).by("libvirt@" + key, at);
    }

    @Test
    void aRhythmThatIsNotKnownYetIsBeingLearntAndNoWarning() {
        TestSite told = listened(new TestSite(), "node-1", LinkState.CONNECTED);
        listened(told, "node-2", LinkState.CONNECTED);
        Figures.Figure none = figure(told.at(3000), "heartbeats");
        assertThat(none.value()).isEqualTo("learning");
        assertThat(none.level()).isEqualTo(Level.UNKNOWN);
        assertThat(none.explained()).contains("2 of 2 are not judged yet");

        beats(told, "node-1", 6000);
        Figures.Figure one = figure(told.at(6000), "heartbeats");
        assertThat(one.value()).isEqualTo("1 of 2, 1 learning");
        assertThat(one.level()).isEqualTo(Level.UNKNOWN);

        beats(told, "node-2", 7000);
        assertThat(figure(told.at(7000), "heartbeats").value()).isEqualTo("2 of 2");
        assertThat(figure(told.at(7000), "heartbeats").level()).isEqualTo(Level.NORMAL);
    }

    @Test
    void whileOneIsLearntAnotherThatIsLateIsAWarningAllTheSame() {
        TestSite told = beats(listened(new TestSite(), "node-1", LinkState.CONNECTED), "node-1", 2000);
        listened(told, "node-2", LinkState.CONNECTED);
        assertThat(figure(told.at(12_001), "heartbeats").value()).isEqualTo("0 of 2, 1 learning");
        assertThat(figure(told.at(12_001), "heartbeats").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void aHostThatDoesNotAnswerIsNotLearntButMissing() {
        TestSite told = listened(new TestSite(), "node-1", LinkState.REFUSED);
        assertThat(figure(told.at(2000), "heartbeats").value()).isEqualTo("0 of 1");
        assertThat(figure(told.at(2000), "heartbeats").level()).isEqualTo(Level.WARNING);
    }

    @Test
    void theFirstConnectionsAreNoWarning() {
        TestSite told =
                new TestSite().host("node-1", LinkState.CONNECTING, null).host("node-2", LinkState.CONNECTING, null);
        assertThat(figure(told.at(1000), "agents").value()).isEqualTo("0 of 2");
        assertThat(figure(told.at(1000), "agents").level()).isEqualTo(Level.UNKNOWN);
        assertThat(figure(told.at(1000), "this desk's link").value()).isEqualTo("connecting");
        told.say(ElementId.host("node-1"), Attributes.LATENCY, 300L).by("libvirt@node-1", 1000);
        assertThat(figure(told.at(1000), "agents").level())
                .as("one that was heard before is missing")
                .isEqualTo(Level.WARNING);
        told.host("node-2", LinkState.REFUSED, null);
        assertThat(figure(told.at(1000), "agents").level()).isEqualTo(Level.WARNING);
        assertThat(figure(told.at(1000), "this desk's link").level()).isEqualTo(Level.CRITICAL);
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
        List<ClusterRow.Group> groups = ClusterRow.groups(Survey.of(site));
        assertThat(ClusterRow.of(groups, Set.of()))
                .extracting(ClusterRow::name)
                .containsExactly("payroll", "node-2", "node-10", "in no cluster", "alone");
        ClusterRow payroll = ClusterRow.of(groups, Set.of()).getFirst();
        assertThat(payroll.detail()).isEqualTo("1 of 2 not connected · 1 VM");
        assertThat(payroll.status().level()).isEqualTo(Level.WARNING);
        assertThat(ClusterRow.of(groups, Set.of(new ElementId(ElementKind.CLUSTER, "payroll"))))
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
        assertThat(Problem.notConnected(Survey.of(site))).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo("node-2");
            assertThat(problem.advice()).isNotBlank();
        });
        assertThat(Problem.others(Survey.of(site))).extracting(Problem::name).containsExactly("node-1 hba1", "r0");
    }
}
