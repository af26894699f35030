package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.CANNOT;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.DISK_READ;
import static org.redoubt.topology.model.Attributes.HARDWARE_UUID;
import static org.redoubt.topology.model.Attributes.JOB;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;
import static org.redoubt.topology.model.Attributes.MEMORY_USED;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;
import static org.redoubt.topology.model.Attributes.NET_SENT;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.REACHES;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.lab.Lab;
import org.redoubt.agent.lab.OnLab;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/** On real hosts: libvirtd, QEMU, a network in between. */
@OnLab
class LibvirtLabTest {

    private static final long MIB = 1 << 20;
    private static final Tuning SLOW = new Tuning(10 * MIB, false, 0);

    private final Lab lab;
    private final Heard heard = new Heard();
    private LibvirtAgents agents;

    LibvirtLabTest(Lab lab) {
        this.lab = lab;
    }

    @BeforeEach
    void connect() throws Lab.UnavailableException {
        Lab.up(Lab.Guests.FEW);
        open(lab.hosts().stream()
                .map(host -> new HostEntry(host.name(), host.uri(), Optional.empty(), true))
                .toList());
        for (Lab.Host host : lab.hosts()) {
            heard.until(host.name(), Heard.link(host.name(), LinkState.CONNECTED));
        }
    }

    private void open(List<HostEntry> hosts) {
        open(hosts, Pace.NORMAL);
    }

    private void open(List<HostEntry> hosts, Pace pace) {
        agents = new LibvirtAgents("lab", hosts, TestDesk.LIBRARY, TestDesk.DESK, pace);
        agents.sources().forEach(source -> source.start(heard));
    }

    @AfterEach
    void close() {
        agents.close();
    }

    private ElementId vm(String name) {
        return ElementId.vm(lab.guest(name).uuid());
    }

    private static ElementId id(Lab.Host host) {
        return ElementId.host(host.name());
    }

    private HostAgent agent(Lab.Host host) {
        return agents.agent(id(host)).orElseThrow();
    }

    private Lab.Host home(String name) {
        return lab.whereRuns(name).orElseThrow();
    }

    private Lab.Host notHome(Lab.Host home) {
        return lab.hosts().stream()
                .filter(host -> !host.equals(home))
                .findFirst()
                .orElseThrow();
    }

    private Intent intent(String name, Lab.Host from, Lab.Host to, Tuning tuning) {
        Step step = new Step.Migrate(vm(name), id(from), id(to), tuning);
        return new Intent(UUID.randomUUID(), 1, Instant.EPOCH, "desk", "me", "test", step, Set.of());
    }

    private CompletableFuture<Answer> perform(Intent intent, Consumer<? super JobFigures> figures) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        HostAgent agent = agents.agent(intent.step().actor()).orElseThrow();
        Thread.ofPlatform().daemon().start(() -> answer.complete(agent.perform(intent, figures)));
        return answer;
    }

    private static Predicate<Site> runsOn(ElementId vm, Lab.Host host) {
        return site -> site.vm(vm).flatMap(it -> it.whereabouts().host()).equals(Optional.of(id(host)));
    }

    @Test
    void everyHostIsShownWithWhatItHas() throws Lab.UnavailableException {
        Lab.up(Lab.Guests.ALL);
        Site site = heard.until(
                "all guests are read",
                now -> lab.guests().stream()
                        .allMatch(guest -> now.vm(ElementId.vm(guest.uuid()))
                                .flatMap(vm -> vm.value(NEEDS_NETWORKS))
                                .isPresent()));

        List<Element.Host> hosts = site.hosts().toList();
        assertThat(hosts).extracting(Element::name).containsExactlyInAnyOrder("node-1", "node-2", "node-3");
        assertThat(hosts)
                .extracting(host -> host.value(HARDWARE_UUID).orElseThrow())
                .doesNotHaveDuplicates();
        for (Element.Host host : hosts) {
            assertThat(host.value(CANNOT)).contains(List.of());
        }
        for (Lab.Guest guest : lab.guests()) {
            assertThat(site.nameOf(ElementId.vm(guest.uuid()))).isEqualTo(guest.name());
        }
        assertThat(site.vm(vm("web-01")).orElseThrow().whereabouts().host()).contains(id(home("web-01")));
        Element.Vm dmz = site.vm(vm("dmz-proxy")).orElseThrow();
        List<ElementId> offering = hosts.stream()
                .filter(host -> host.refs(OFFERS).containsAll(dmz.refs(NEEDS_NETWORKS)))
                .map(Element::id)
                .toList();
        assertThat(dmz.refs(NEEDS_NETWORKS)).isNotEmpty();
        assertThat(offering).containsExactly(ElementId.host("node-3"));
        Element.Vm db = site.vm(vm("db-primary")).orElseThrow();
        assertThat(db.refs(NEEDS_VOLUMES)).isNotEmpty();
        assertThat(hosts).allSatisfy(host -> assertThat(host.refs(REACHES)).containsAll(db.refs(NEEDS_VOLUMES)));
    }

    @Test
    void whatIsUsedIsMeasured() {
        Site site = heard.until(
                "two polls",
                now -> now.vm(vm("slow-writer"))
                                .flatMap(vm -> vm.value(CPU_LOAD))
                                .isPresent()
                        && now.hosts().allMatch(host -> host.value(CPU_LOAD).isPresent()));

        Element.Vm writer = site.vm(vm("slow-writer")).orElseThrow();
        assertThat(writer.value(CPU_LOAD).orElseThrow()).isPositive();
        assertThat(writer.value(MEMORY_USED).orElseThrow()).isPositive();
        assertThat(writer.value(NET_SENT)).isPresent();
        assertThat(site.vm(vm("db-primary")).orElseThrow().value(DISK_READ)).isPresent();
        assertThat(site.hosts()).allSatisfy(host -> {
            long memory = host.value(MEMORY).orElseThrow();
            assertThat(host.value(MEMORY_FREE).orElseThrow()).isPositive().isLessThan(memory);
            assertThat(host.value(CPU_LOAD).orElseThrow()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void anEventIsShownWithinASecond() {
        Lab.Host home = home("web-01");
        home.virsh("suspend", lab.guest("web-01").uuid());
        heard.until("paused", 1_000, state("web-01", RunState.PAUSED));
        home.virsh("resume", lab.guest("web-01").uuid());
        heard.until("running", 1_000, state("web-01", RunState.RUNNING));
    }

    private Predicate<Site> state(String name, RunState state) {
        return site -> site.vm(vm(name)).map(vm -> vm.whereabouts().state()).orElse(null) == state;
    }

    @Test
    void aVmMovesAndBothHostsSaySo() {
        Lab.Host from = home("web-01");
        Lab.Host to = notHome(from);
        long tick = lab.awaitTickAfter("web-01", 0);
        BlockingQueue<JobFigures> figures = new LinkedBlockingQueue<>();

        Answer answer = agent(from).perform(intent("web-01", from, to, SLOW), figures::add);

        assertThat(answer).isEqualTo(new Answer.Accepted());
        assertThat(lab.whereRuns("web-01")).contains(to);
        assertThat(lab.awaitTickAfter("web-01", tick)).isGreaterThan(tick);
        assertThat(agent(from).sight(vm("web-01"))).isEqualTo(new Sighting.Absent(id(from)));
        assertThat(agent(to).sight(vm("web-01"))).isInstanceOfSatisfying(Sighting.Seen.class, seen -> {
            assertThat(seen.state()).isEqualTo(RunState.RUNNING);
            assertThat(seen.migrating()).isFalse();
            assertThat(seen.figures().elapsed()).as("how long it took").isPositive();
            assertThat(seen.figures().pause()).as("how long it stood still").isPositive();
            assertThat(seen.figures().zero()).as("what was only told").isPositive();
        });
        heard.until("it is shown there", 2_000, runsOn(vm("web-01"), to));
        List<JobFigures> seen = List.copyOf(figures);
        assertThat(seen).hasSizeGreaterThan(3);
        assertThat(seen.getLast().remaining()).isLessThan(seen.getFirst().remaining());
        assertThat(seen).allSatisfy(one -> assertThat(one.total()).isPositive());
        assertThat(to.virsh("dominfo", lab.guest("web-01").uuid())).containsPattern("Persistent: +yes");
    }

    @Test
    void aMoveThatIsCancelledLeavesTheVmWhereItWas() throws Exception {
        Lab.Host from = home("slow-writer");
        Lab.Host to = notHome(from);
        BlockingQueue<JobFigures> figures = new LinkedBlockingQueue<>();
        Intent intent = intent("slow-writer", from, to, SLOW);

        CompletableFuture<Answer> answer = perform(intent, figures::add);
        JobFigures first = figures.poll(20, TimeUnit.SECONDS);
        assertThat(first).as("figures come").isNotNull();
        assertThat(agent(from).sight(vm("slow-writer")))
                .isInstanceOfSatisfying(
                        Sighting.Seen.class,
                        seen -> assertThat(seen.migrating()).isTrue());
        heard.until(
                "the job is shown",
                site -> site.vm(vm("slow-writer")).flatMap(vm -> vm.value(JOB)).equals(Optional.of(Job.MIGRATING_OUT)));
        agent(from).cancel(intent);

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Cancelled());
        assertThat(lab.whereRuns("slow-writer")).contains(from);
        assertThat(agent(from).sight(vm("slow-writer"))).isInstanceOfSatisfying(Sighting.Seen.class, seen -> {
            assertThat(seen.state()).isEqualTo(RunState.RUNNING);
            assertThat(seen.migrating()).isFalse();
        });
        assertThat(agent(to).sight(vm("slow-writer"))).isEqualTo(new Sighting.Absent(id(to)));
    }

    @Test
    void twoMovesOffOneHostRunAtOnce() throws Exception {
        Lab.Host from = lab.host("node-1");
        lab.place("web-01", from);
        lab.place("slow-writer", from);
        BlockingQueue<JobFigures> one = new LinkedBlockingQueue<>();
        BlockingQueue<JobFigures> two = new LinkedBlockingQueue<>();
        Intent first = intent("slow-writer", from, lab.host("node-2"), SLOW);
        Intent second = intent("web-01", from, lab.host("node-2"), SLOW);

        CompletableFuture<Answer> firstAnswer = perform(first, one::add);
        assertThat(one.poll(20, TimeUnit.SECONDS)).isNotNull();
        CompletableFuture<Answer> secondAnswer = perform(second, two::add);
        assertThat(two.poll(5, TimeUnit.SECONDS)).as("the second does not wait").isNotNull();
        assertThat(firstAnswer).isNotDone();
        agent(from).cancel(first);
        agent(from).cancel(second);

        assertThat(firstAnswer.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Cancelled());
        assertThat(secondAnswer.get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Cancelled());
    }

    /** A VM that ends in the middle of a reading spoils that reading, and not the link over which it was read. */
    @Test
    void howeverOftenHostsAreReadMovesBreakNoLink() {
        agents.close();
        open(
                lab.hosts().stream()
                        .map(host -> new HostEntry("hasty " + host.name(), host.uri(), Optional.empty(), false))
                        .toList(),
                new Pace(1, 1, 6_000, 10_000, 60_000, 20_000, 2_000));
        for (Lab.Host host : lab.hosts()) {
            heard.until(host.name(), Heard.link("hasty " + host.name(), LinkState.CONNECTED));
        }
        for (int i = 0; i < 12; i++) {
            lab.place("web-01", lab.host(i % 2 == 0 ? "node-2" : "node-1"));
        }
        assertThat(heard.reports().stream()
                        .flatMap(report -> report.assertions().stream())
                        .filter(said -> said.attribute().equals(LINK_DETAIL))
                        .map(said -> String.valueOf(said.value()))
                        .distinct())
                .containsOnly("", "Connecting.");
    }

    @Test
    void aKilledLibvirtdIsShownAndComesBack() {
        Lab.Host host = lab.host("node-2");
        host.killLibvirtd();
        heard.until(
                "lost or refused",
                5_000,
                site -> Set.of(LinkState.LOST, LinkState.REFUSED)
                        .contains(site.host(id(host)).orElseThrow().link()));
        heard.until("refused", 10_000, Heard.link(host.name(), LinkState.REFUSED));
        assertThat(heard.site().vms()).as("what was known stays").isNotEmpty();
        host.startLibvirtd();
        heard.until("back", 60_000, Heard.link(host.name(), LinkState.CONNECTED));
    }

    @Test
    void aStoppedLibvirtdHangsAndDisturbsNobody() {
        Lab.Host host = lab.host("node-2");
        host.stopLibvirtd();
        heard.until("hangs", 15_000, Heard.link(host.name(), LinkState.HANGS));
        assertThat(agent(host).sight(vm("web-01"))).isInstanceOf(Sighting.Unread.class);
        Site site = heard.until("longer than the keepalive, and than a call is waited for", 60_000, later -> {
            long since = later.host(id(host))
                    .orElseThrow()
                    .claims()
                    .about(org.redoubt.topology.model.Attributes.LINK)
                    .getFirst()
                    .since();
            return later.host(id(host)).orElseThrow().link() == LinkState.HANGS && later.now() - since > 30_000;
        });
        for (String other : List.of("node-1", "node-3")) {
            Element.Host shown = site.host(ElementId.host(other)).orElseThrow();
            assertThat(shown.link()).isEqualTo(LinkState.CONNECTED);
        }
        assertThat(largestSilence("node-1")).isLessThanOrEqualTo(10_000);
        assertThat(largestSilence("node-3")).isLessThanOrEqualTo(10_000);
        host.continueLibvirtd();
        heard.until("back", 60_000, Heard.link(host.name(), LinkState.CONNECTED));
    }

    /** The longest time between two reports of a host. */
    private long largestSilence(String host) {
        long last = -1;
        long largest = 0;
        for (Fact.Report report : heard.reports()) {
            if (report.source().where().equals(host)) {
                largest = last < 0 ? 0 : Math.max(largest, report.at() - last);
                last = report.at();
            }
        }
        return largest;
    }

    @Test
    void aCutCableIsShownAndMended() {
        Lab.Host host = lab.host("node-3");
        host.cut();
        heard.until(
                "not connected",
                15_000,
                site -> !site.host(id(host)).orElseThrow().link().connected());
        host.mend();
        heard.until("back", 90_000, Heard.link(host.name(), LinkState.CONNECTED));
    }

    @Test
    void aSourceThatDiesDuringAMoveLeavesTheAnswerOpen() throws Exception {
        Lab.Host from = home("slow-writer");
        Lab.Host to = notHome(from);
        BlockingQueue<JobFigures> figures = new LinkedBlockingQueue<>();

        CompletableFuture<Answer> answer = perform(intent("slow-writer", from, to, SLOW), figures::add);
        assertThat(figures.poll(20, TimeUnit.SECONDS)).isNotNull();
        from.killLibvirtd();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Silent.class);
        from.startLibvirtd();
        heard.until("back", 60_000, Heard.link(from.name(), LinkState.CONNECTED));
    }

    @Test
    void aDestinationThatRefusesFailsTheMove() {
        Lab.Host from = home("web-01");
        Lab.Host to = notHome(from);
        to.killLibvirtd();

        Answer answer = agent(from).perform(intent("web-01", from, to, Tuning.DEFAULT), figure -> {});

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(lab.whereRuns("web-01")).contains(from);
    }

    @Test
    void overSshTheSameIsHeardAndAnUnknownKeyIsNot() {
        agents.close();
        String known = "qemu+ssh://root@10.77.0.11/system?no_tty=1&command="
                + lab.sshDirectory().resolve("ssh");
        String unknown = "qemu+ssh://root@10.77.0.12/system?keyfile="
                + lab.sshDirectory().resolve("id_ed25519");
        open(List.of(
                new HostEntry("by-ssh", known, Optional.empty(), true),
                new HostEntry("unknown", unknown, Optional.empty(), true)));

        heard.until("by ssh", Heard.link("by-ssh", LinkState.CONNECTED));
        heard.until("unknown key", Heard.link("unknown", LinkState.UNKNOWN_KEY));
    }
}
