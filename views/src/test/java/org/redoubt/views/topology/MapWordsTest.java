package org.redoubt.views.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.ALLOW_MIGRATE;
import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.CABLED_TO;
import static org.redoubt.topology.model.Attributes.COORDINATOR;
import static org.redoubt.topology.model.Attributes.COUNTDOWN;
import static org.redoubt.topology.model.Attributes.COUNTDOWN_LEFT;
import static org.redoubt.topology.model.Attributes.DOMAIN;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.MEMBER_OF;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.redoubt.topology.heartbeat.Heartbeats;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.picture.HostAnswer;
import org.redoubt.topology.picture.Options;
import org.redoubt.topology.picture.Tone;
import org.redoubt.topology.picture.layout.Layout;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Prediction;
import org.redoubt.views.words.Level;

/** What the map says of things, without a toolkit. */
class MapWordsTest {

    private static final ElementId VM = ElementId.vm("uuid-payroll-db");
    private static final ElementId HOST = ElementId.host("node-3");
    private static final Prediction SOME = new Prediction(4100, 38, 8L << 30, true, "10 Gbit/s");

    private final Site site = SampleSite.console().at(61_000);

    private HostAnswer answer(Fit fit) {
        return FitWords.of(site, VM, List.of(fit), true).get(HOST);
    }

    @Test
    void a_host_that_fits_says_how_long_it_takes_and_more_beside_the_pointer() {
        HostAnswer answer = answer(new Fit(HOST, List.of(), List.of(), Optional.of(SOME)));

        assertThat(answer.tone()).isEqualTo(Tone.INTERACTION);
        assertThat(answer.lines()).containsExactly("fits · 4.1 s");
        assertThat(answer.callout()).startsWith("node-2 → node-3", "4.1 s · pause 38 ms · 8.0 GiB to copy");
    }

    @Test
    void a_host_that_cannot_gives_every_reason_and_its_fix() {
        HostAnswer answer = answer(new Fit(
                HOST,
                List.of(
                        new Objection("memory", "3.1 GiB short", "stop cache", false),
                        new Objection("owner-unknown", "owner unknown", "", true)),
                List.of(),
                Optional.empty()));

        assertThat(answer.tone()).isEqualTo(Tone.FAINT);
        assertThat(answer.lines()).containsExactly("3.1 GiB short", "owner unknown");
        assertThat(answer.callout()).anyMatch(line -> line.contains("stop cache"));
    }

    @Test
    void an_objection_that_can_be_accepted_is_a_warning() {
        HostAnswer answer = answer(new Fit(
                HOST,
                List.of(new Objection("owner-unknown", "owner unknown", "", true)),
                List.of(),
                Optional.of(SOME)));

        assertThat(answer.tone()).isEqualTo(Tone.WARNING);
        assertThat(answer.callout()).contains("to be accepted: owner unknown");
    }

    @Test
    void a_cost_is_said_and_an_unpredicted_time_is_not_invented() {
        HostAnswer answer = answer(new Fit(HOST, List.of(), List.of("erp-db is critical too"), Optional.empty()));

        assertThat(answer.lines()).containsExactly("fits, but erp-db is critical too");
        assertThat(answer.callout()).contains("time not predicted: too little is known");
    }

    @Test
    void a_guest_that_outruns_the_link_is_said_to() {
        Prediction never = new Prediction(90_000, 300, 8L << 30, false, "");
        assertThat(answer(new Fit(HOST, List.of(), List.of(), Optional.of(never)))
                        .callout()
                        .get(1))
                .endsWith("may not converge");
    }

    @Test
    void beside_the_pointer_a_host_says_its_state_and_what_to_do() {
        SampleSite sample = SampleSite.console();
        sample.say(HOST, LINK, LinkState.REFUSED)
                .say(HOST, LINK_DETAIL, "start libvirtd there")
                .by("libvirt@node-3", 61_000);

        HoverCard.Words silent = words(sample.at(73_000)).card(HOST);
        assertThat(silent.title()).isEqualTo("payroll / node-3");
        assertThat(silent.state()).isEqualTo("refused 12 s");
        assertThat(silent.level()).isEqualTo(Level.WARNING);
        assertThat(silent.lines()).startsWith("start libvirtd there").contains("2 VMs");
        assertThat(silent.hint()).isEqualTo("Enter to zoom in");
        assertThat(words(site).card(VM).lines()).contains("running on node-2", "8.0 GiB memory");
        assertThat(words(site).card(ElementId.vm("nobody")).title()).isEqualTo("nobody");
    }

    @Test
    void a_vm_that_its_cluster_runs_says_so_and_what_a_move_would_be() {
        ElementId cluster = SampleSite.id(ElementKind.CLUSTER, "lab");
        ElementId resource = cluster.part(ElementKind.SERVICE, "vm-web");
        ElementId vm = ElementId.vm("uuid-web");
        Site lab = new SampleSite("lab")
                .say(ElementId.host("a"), MEMBER_OF, List.of(cluster))
                .say(resource, NAME, "vm-web")
                .say(resource, PART_OF, cluster)
                .say(resource, DOMAIN, "web")
                .say(resource, ALLOW_MIGRATE, false)
                .by("pacemaker@a", 1_000)
                .say(vm, NAME, "web")
                .say(vm, STATE, RunState.RUNNING)
                .say(vm, RUNS_ON, ElementId.host("a"))
                .by("libvirt@a", 1_000)
                .at(2_000);

        assertThat(words(lab).card(vm).lines()).contains("Pacemaker runs it as vm-web: a move is a stop and a start");
    }

    @Test
    void a_cluster_that_came_apart_says_so_beside_the_pointer() {
        ElementId cluster = SampleSite.id(ElementKind.CLUSTER, "lab");
        Site apart = new SampleSite("lab")
                .say(cluster, NAME, "lab")
                .say(cluster, COORDINATOR, ElementId.host("a"))
                .by("pacemaker@a", 1_000)
                .say(cluster, COORDINATOR, ElementId.host("b"))
                .by("pacemaker@b", 1_000)
                .at(2_000);
        HoverCard.Words words = words(apart).card(cluster);

        assertThat(words.state()).isEqualTo("split brain");
        assertThat(words.level()).isEqualTo(Level.CRITICAL);
        assertThat(words.lines()).anyMatch(line -> line.startsWith("split brain: a decides for a "));
    }

    private static HoverWords words(Site site) {
        Rhythms rhythms = new Rhythms();
        rhythms.hear(site, Heartbeats.of(site));
        return new HoverWords(site, Layout.of(site, Options.DEFAULT), rhythms, host -> true);
    }

    @Test
    void a_screen_reader_hears_no_control_characters() {
        SampleSite sample = SampleSite.console();
        sample.say(VM, NAME, "evil\u202Ename\u0007").by("libvirt@node-2", 61_000);

        assertThat(words(sample.site()).spoken(Optional.of(VM))).doesNotContain("\u202E", "\u0007");
        assertThat(words(sample.site()).spoken(Optional.empty())).contains("6 hosts", "14 virtual machines");
    }

    @Test
    void beats_are_drawn_when_they_were_heard() {
        Rhythms rhythms = new Rhythms();
        SampleSite sample = SampleSite.console();
        Heartbeats learned = Heartbeats.of(beat(sample, 100_000, 1000L));
        rhythms.hear(sample.site(), learned);
        assertThat(rhythms.beats())
                .as("the first says how long it took")
                .containsEntry(HOST, List.of(99_000L, 100_000L));
        learned = learned.after(beat(sample, 101_200, 1200L));
        rhythms.hear(sample.site(), learned);
        assertThat(rhythms.beats()).containsEntry(HOST, List.of(100_000L, 101_200L));
        rhythms.hear(sample.site(), learned);
        assertThat(rhythms.beats().get(HOST)).as("the same report counts once").hasSize(2);
    }

    @Test
    void beside_the_pointer_a_host_says_how_its_heart_beats_and_what_runs_out() {
        SampleSite sample = SampleSite.console();
        sample.say(HOST, BEAT, 1000L).say(HOST, BEAT_EXPECTED, 1000L).by("pacemaker@payroll", 100_000);
        sample.say(HOST, COUNTDOWN, "self-fence")
                .say(HOST, COUNTDOWN_LEFT, 8000L)
                .by("sbd@payroll", 100_000);

        assertThat(words(sample.at(100_500)).card(HOST).lines())
                .anyMatch(line -> line.startsWith("pacemaker heard 0 s ago, every 1.0 s usual"))
                .contains("self-fence in 8 s");
        assertThat(words(sample.at(107_000)).card(HOST).lines())
                .anyMatch(line -> line.startsWith("pacemaker silent for 7 s, every 1.0 s usual"))
                .contains("self-fence in 1 s");
    }

    @Test
    void of_several_rings_the_slowest_is_drawn() {
        SampleSite sample = SampleSite.console();
        for (int ring = 0; ring < 2; ring++) {
            ElementId link = new ElementId(ElementKind.RING, "payroll/" + ring + "/node-3");
            sample.say(link, CABLED_TO, List.of(HOST.part(ElementKind.NETWORK_PORT, "nic" + ring)))
                    .say(link, BEAT_EXPECTED, 1000L)
                    .say(link, BEAT, ring == 0 ? 1000L : 2500L);
        }
        Rhythms rhythms = new Rhythms();
        Site site = sample.by("pacemaker@payroll", 200_000).site();
        rhythms.hear(site, Heartbeats.of(site));

        assertThat(rhythms.beats()).containsEntry(HOST, List.of(197_500L, 200_000L));
    }

    @Test
    void a_host_without_a_heartbeat_beats_with_its_answers() {
        Rhythms rhythms = new Rhythms();
        SampleSite sample = SampleSite.bare(1, 0);
        rhythms.hear(sample.site(), Heartbeats.of(sample.site()));
        sample.say(ElementId.host("h1"), LINK, LinkState.CONNECTED).by("libvirt@h1", 10_000);
        rhythms.hear(sample.site(), Heartbeats.of(sample.site()));

        assertThat(rhythms.beats()).isEqualTo(Map.of(ElementId.host("h1"), List.of(5000L, 10_000L)));
    }

    private static Site beat(SampleSite sample, long at, long apart) {
        return sample.say(HOST, BEAT, apart).by("pacemaker@payroll", at).site();
    }
}
