package org.redoubt.views.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.Attributes;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.views.TestSite;
import org.redoubt.views.heartbeat.BeatLines.View;
import org.redoubt.views.heartbeat.BeatLines.Wish;
import org.redoubt.views.words.Level;

class BeatLinesTest {

    private static final Wish BY_NAME = new Wish("", false, false);

    private final TestSite told = new TestSite();
    private final BeatLines lines = new BeatLines();
    private Heartbeats learned = Heartbeats.NONE;

    private View at(long now, Wish wish) {
        Site site = told.at(now);
        learned = learned.after(site);
        return lines.follow(site, learned, wish);
    }

    private void host(String key, String cluster, long at) {
        told.host(key, LinkState.CONNECTED, cluster);
        beat("libvirt@" + key, ElementId.host(key), at);
    }

    private void beat(String source, ElementId heart, long at) {
        told.say(heart, Attributes.BEAT_EXPECTED, 5_000L)
                .say(heart, Attributes.BEAT, 5_000L)
                .by(source, at);
    }

    private void part(String host, ElementKind kind, String name, long at) {
        ElementId heart = ElementId.host(host).part(kind, name);
        told.say(heart, Attributes.PART_OF, ElementId.host(host));
        beat(name + "@" + host, heart, at);
    }

    private static BeatRow row(View view, String name) {
        return view.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(View view) {
        return view.rows().stream().map(BeatRow::name).toList();
    }

    @Test
    void oneLineForEachHostUnderItsClusterAndOneColumnForEachWay() {
        host("node-10", "payroll", 1_000);
        host("node-2", "payroll", 1_000);
        host("alone", null, 1_000);
        part("node-2", ElementKind.BMC, "bmc", 1_000);
        part("node-2", ElementKind.SERVICE, "ssh", 1_000);
        View view = at(4_000, BY_NAME);
        assertThat(view.ways()).containsExactly("libvirt", "ssh", "bmc");
        assertThat(names(view))
                .containsExactly("in no cluster · 1 host", "alone", "payroll · 2 hosts", "node-2", "node-10");
        assertThat(row(view, "node-2").cells()).extracting(BeatCell::text).containsOnly("● heard 3 s");
        assertThat(row(view, "node-10").cells())
                .extracting(BeatCell::text)
                .as("it has no ssh and no BMC")
                .containsExactly("● heard 3 s", "", "");
        assertThat(view.hosts()).isEqualTo(3);
        assertThat(view.abnormal()).isZero();
    }

    @Test
    void theWorstComesFirstAndItsClusterWithIt() {
        host("a-1", "a", 30_000);
        host("b-1", "b", 30_000);
        host("b-2", "b", 20_000);
        host("b-3", "b", 30_000);
        View view = at(31_000, Wish.ALL);
        assertThat(names(view)).containsExactly("b · 3 hosts, 1 abnormal", "b-2", "b-1", "b-3", "a · 1 host", "a-1");
        assertThat(row(view, "b-2").cell(0).text()).isEqualTo("▲ late 11 s");
        assertThat(row(view, "b-2").cell(0).level()).isEqualTo(Level.WARNING);
        assertThat(row(view, "b-2").cell(0).told()).startsWith("φ 2.5").contains("expected every 5.0 s");
        assertThat(names(at(31_000, new Wish("", true, true)))).containsExactly("b · 1 host, 1 abnormal", "b-2");
        assertThat(names(at(31_000, new Wish("B-3", true, false)))).containsExactly("b · 1 host", "b-3");
        assertThat(at(31_000, new Wish("a", true, true)).rows()).isEmpty();
    }

    @Test
    void aSilenceIsNoCrossAndWhatIsSaidToBeDownIs() {
        host("one", "a", 1_000);
        host("two", "a", 29_000);
        host("three", "a", 29_000);
        ElementId link = new ElementId(ElementKind.RING, "a/1/two");
        told.say(link, Attributes.CABLED_TO, List.of(ElementId.host("two")))
                .say(link, Attributes.PART_OF, new ElementId(ElementKind.RING, "a/1"))
                .say(link, Attributes.UP, false);
        beat("pacemaker@a", link, 20_000);
        View view = at(31_000, Wish.ALL);
        assertThat(view.ways()).containsExactly("libvirt", "ring 1");
        assertThat(row(view, "one").cell(0).text()).isEqualTo("○ silent 30 s");
        assertThat(row(view, "one").cell(0).level()).isEqualTo(Level.CRITICAL);
        assertThat(row(view, "two").cell(1).text()).isEqualTo("✕ down 11 s");
        assertThat(view.abnormal()).isEqualTo(2);
    }

    @Test
    void aHostThatRefusesIsSaidToAndIsNotCalledSilent() {
        host("one", "a", 1_000);
        told.say(ElementId.host("one"), Attributes.LINK, LinkState.REFUSED).by("libvirt@one", 10_000);
        assertThat(row(at(30_000, Wish.ALL), "one").cell(0).text()).isEqualTo("▲ refused 20 s");
    }

    @Test
    void whenMostFallSilentAtOnceThisDeskDoubtsItsOwnLink() {
        for (int i = 1; i <= 5; i++) {
            host("node-" + i, "a", i == 1 ? 40_000 : 10_000);
        }
        View view = at(41_000, Wish.ALL);
        assertThat(view.link().inDoubt()).isTrue();
        assertThat(view.abnormal()).as("none of them is held to be abnormal").isZero();
        BeatCell cell = row(view, "node-2").cell(0);
        assertThat(cell.text()).as("for how long is said all the same").isEqualTo("○ silent 31 s");
        assertThat(cell.level()).isEqualTo(Level.UNKNOWN);
        assertThat(cell.told()).contains("link is in doubt");
    }

    @Test
    void ofManyGuestsTheWorstIsSaidAndHowManyAreAsBad() {
        host("one", "a", 30_000);
        for (int i = 0; i < 3; i++) {
            told.vm("u-" + i, "vm-" + i, "one", RunState.RUNNING, 30_000);
            beat("agent@one", ElementId.vm("u-" + i), i == 0 ? 20_000 : 30_000);
        }
        View view = at(31_000, Wish.ALL);
        assertThat(view.ways()).containsExactly("libvirt", "guests");
        assertThat(row(view, "one").cell(1).text()).isEqualTo("▲ late 11 s · 1 of 3");
    }

    @Test
    void aClockThatRunsOutIsAbnormalAndCountsDown() {
        host("one", "a", 30_000);
        host("two", "a", 30_000);
        told.say(ElementId.host("two"), Attributes.COUNTDOWN, "self-fence")
                .say(ElementId.host("two"), Attributes.COUNTDOWN_LEFT, 8_000L)
                .by("pacemaker@a", 30_000);
        View view = at(31_000, Wish.ALL);
        assertThat(names(view)).startsWith("a · 2 hosts, 1 abnormal", "two");
        assertThat(row(view, "two").clock()).isEqualTo("self-fence in 7 s");
    }

    @Test
    void aHeartThatGoesTakesItsColumnAndItsHost() {
        host("one", "a", 1_000);
        part("one", ElementKind.SERVICE, "ssh", 1_000);
        assertThat(at(2_000, BY_NAME).ways()).containsExactly("libvirt", "ssh");
        ElementId ssh = ElementId.host("one").part(ElementKind.SERVICE, "ssh");
        told.say(ssh, Attributes.BEAT_EXPECTED, null)
                .say(ssh, Attributes.BEAT, null)
                .by("ssh@one", 2_000);
        assertThat(at(3_000, BY_NAME).ways()).containsExactly("libvirt");
        told.say(ElementId.host("one"), Attributes.BEAT_EXPECTED, null).by("libvirt@one", 3_000);
        View view = at(4_000, BY_NAME);
        assertThat(view.rows()).isEmpty();
        assertThat(view.hosts()).isZero();
    }

    @Test
    void whatWasNeverHeardIsNeitherFineNorLate() {
        told.host("one", LinkState.CONNECTED, "a");
        told.say(ElementId.host("one"), Attributes.BEAT_EXPECTED, 5_000L).by("libvirt@one", 1_000);
        BeatCell learning = row(at(3_000, Wish.ALL), "one").cell(0);
        assertThat(learning.text()).isEqualTo("◌ learning");
        assertThat(learning.level()).isEqualTo(Level.UNKNOWN);
        for (long now = 4_000; now <= 30_000; now += 1_000) {
            at(now, Wish.ALL);
        }
        assertThat(row(at(30_500, Wish.ALL), "one").cell(0).text()).isEqualTo("◌ not heard");
    }
}
