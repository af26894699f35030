package org.redoubt.agent.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.libvirt.Connect;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.redoubt.agent.libvirt.read.DomainXml;
import org.redoubt.agent.libvirt.wire.LibraryMissing;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Sighting;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.Tuning;

/** Against libvirt's own test driver, in this process: the whole way but for a wire. */
@ExtendWith(NeedsLibvirt.class)
class TestDriverTest {

    private static final String URI = "test:///default";
    private static final ElementId HOST = ElementId.host("t");
    private static final ElementId TEST = ElementId.vm("6695eb01-f6a4-8304-79aa-97f2502e193f");
    private static final Pace QUICK = new Pace(200, 400, 7_000, 10_000, 60_000, 20_000, 2_000);

    private final Heard heard = new Heard();
    private LibvirtAgents agents;
    private Connect other;

    @BeforeEach
    void connect() throws LibvirtException, LibraryMissing {
        TestDesk.LIBRARY.open();
        // the default test host is one for the process, for as long as somebody is connected to it
        other = new Connect(URI);
        agents = site(new HostEntry("t", URI, Optional.empty(), true));
    }

    @AfterEach
    void close() throws LibvirtException {
        agents.close();
        other.close();
    }

    private static LibvirtAgents site(HostEntry... hosts) {
        return new LibvirtAgents("site", List.of(hosts), TestDesk.LIBRARY, TestDesk.DESK, QUICK);
    }

    private Site connected() {
        agents.sources().forEach(source -> source.start(heard));
        return heard.until("connected", Heard.link("t", LinkState.CONNECTED));
    }

    @Test
    void showsTheHostAndItsVm() {
        Site site = connected();

        Element.Host host = site.host(HOST).orElseThrow();
        assertThat(host.value(DRIVER)).contains("TEST");
        assertThat(host.value(CPUS)).contains(16L);
        assertThat(host.value(MEMORY)).contains(3L << 30);
        assertThat(host.value(LIBVIRT_VERSION).orElseThrow()).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(host.value(OWNER)).as("libvirt knows no owner").isEmpty();
        assertThat(host.refs(OFFERS)).contains(DomainXml.networkId("default"), DomainXml.bridgeId("virbr0"));
        assertThat(host.refs(REACHES)).contains(DomainXml.volumeId("/guest/diskimage1"));
        Element.Vm vm = site.vm(TEST).orElseThrow();
        assertThat(vm.name()).isEqualTo("test");
        assertThat(vm.whereabouts().host()).contains(HOST);
        assertThat(vm.whereabouts().state()).isEqualTo(RunState.RUNNING);
        assertThat(vm.value(MEMORY)).contains(8L << 30);
        assertThat(vm.value(CPUS)).contains(2L);
        assertThat(vm.value(PERSISTENT)).contains(true);
        assertThat(vm.refs(NEEDS_NETWORKS)).containsExactly(DomainXml.networkId("default"));
    }

    @Test
    void saysWhatItsDriverCannot() {
        assertThat(connected().host(HOST).orElseThrow().value(CANNOT).orElseThrow())
                .contains("migrate", "job-figures", "keepalive")
                .doesNotContain("events");
    }

    @Test
    void anEventIsShownWithinASecondAndWithoutAPoll() throws LibvirtException {
        agents.close();
        agents = new LibvirtAgents(
                "site",
                List.of(new HostEntry("t", URI, Optional.empty(), true)),
                TestDesk.LIBRARY,
                TestDesk.DESK,
                new Pace(600_000, 600_000, 7_000, 10_000, 60_000, 20_000, 2_000));
        connected();
        heard.until(
                "its networks are read",
                site -> site.host(HOST).flatMap(host -> host.value(OFFERS)).isPresent());

        Domain domain = other.domainLookupByName("test");
        domain.suspend();
        heard.until("paused", 1_000, state(RunState.PAUSED));
        domain.resume();
        heard.until("running", 1_000, state(RunState.RUNNING));
        domain.free();
    }

    private static java.util.function.Predicate<Site> state(RunState state) {
        return site -> site.vm(TEST).map(vm -> vm.whereabouts().state()).orElse(null) == state;
    }

    @Test
    void aVmThatStopsRunsNowhereAndOneThatIsGoneIsNotThere() throws LibvirtException {
        connected();

        Domain domain = other.domainLookupByName("test");
        domain.destroy();
        Site off = heard.until("shut off", state(RunState.SHUT_OFF));
        assertThat(off.vm(TEST).orElseThrow().whereabouts().host()).isEmpty();
        assertThat(off.vm(TEST).orElseThrow().value(STATE_REASON)).contains("destroyed");
        domain.undefine();
        heard.until("gone", site -> site.vm(TEST).isEmpty());
        domain.free();
    }

    @Test
    void hostileNamesAreTexts() throws LibvirtException {
        String hostile = "vm;reboot $(id)";
        String unicode = "ドメイン-ö-\u202E".repeat(20);
        Domain first = other.domainDefineXML(domain(hostile, "11111111-1111-1111-1111-111111111111"));
        Domain second = other.domainDefineXML(domain(unicode, "22222222-2222-2222-2222-222222222222"));

        Site site = connected();

        assertThat(site.nameOf(ElementId.vm("11111111-1111-1111-1111-111111111111")))
                .isEqualTo(hostile);
        assertThat(site.nameOf(ElementId.vm("22222222-2222-2222-2222-222222222222")))
                .isEqualTo(unicode);
        first.free();
        second.free();
    }

    private static String domain(String name, String uuid) {
        return "<domain type='test'><name>" + name + "</name><uuid>" + uuid
                + "</uuid><memory>1024</memory><os><type>hvm</type></os></domain>";
    }

    @Test
    void sequencesGrowAndTheHeartBeats() {
        connected();

        Site site = heard.until(
                "a second beat",
                heart -> heart.host(HOST).flatMap(host -> host.value(BEAT)).isPresent());

        assertThat(site.host(HOST).orElseThrow().value(BEAT_EXPECTED)).contains(QUICK.poll());
        assertThat(site.host(HOST).orElseThrow().value(LATENCY).orElseThrow()).isPositive();
        List<Long> sequences =
                heard.reports().stream().map(Fact.Report::sequence).toList();
        assertThat(sequences).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aHostThatRefusesDisturbsNobody() {
        agents.close();
        agents = site(
                new HostEntry("t", URI, Optional.empty(), true),
                new HostEntry("refuses", "qemu+tcp://127.0.0.1:9/system", Optional.empty(), true),
                new HostEntry("wrong", "qemu+foo://127.0.0.1/system", Optional.empty(), true),
                new HostEntry("nowhere", "qemu+unix:///system?socket=/nowhere/at/all", Optional.empty(), true),
                new HostEntry("garbage", "://", Optional.empty(), true));
        agents.sources().forEach(source -> source.start(heard));

        heard.until("connected", Heard.link("t", LinkState.CONNECTED));
        heard.until("refused", Heard.link("refuses", LinkState.REFUSED));
        heard.until("wrong", Heard.link("wrong", LinkState.BAD_ADDRESS));
        heard.until("no socket", Heard.link("nowhere", LinkState.REFUSED));
        Site site = heard.until("garbage", Heard.link("garbage", LinkState.BAD_ADDRESS));
        assertThat(site.host(ElementId.host("refuses"))
                        .orElseThrow()
                        .value(LINK_DETAIL)
                        .orElseThrow())
                .contains("libvirtd", "Connection refused");
    }

    @Test
    void readsBackWhatTheHostSaysOfAVm() {
        HostAgent agent = agents.agent(HOST).orElseThrow();

        assertThat(agent.sight(TEST)).isEqualTo(new Sighting.Seen(HOST, RunState.RUNNING, false, JobFigures.NONE));
        assertThat(agent.sight(ElementId.vm("00000000-0000-0000-0000-000000000000")))
                .isEqualTo(new Sighting.Absent(HOST));
    }

    @Test
    void aHostThatCannotBeAskedIsUnread() {
        agents.close();
        agents = site(new HostEntry("t", "qemu+tcp://127.0.0.1:9/system", Optional.empty(), true));

        Sighting sighting = agents.agent(HOST).orElseThrow().sight(TEST);

        assertThat(sighting).isInstanceOf(Sighting.Unread.class);
        assertThat(((Sighting.Unread) sighting).why()).contains("Connection refused");
    }

    @Test
    void aMigrationThatTheDriverCannotFailsInItsOwnWords() {
        agents.close();
        agents = site(
                new HostEntry("t", URI, Optional.empty(), true),
                new HostEntry("peer", "qemu+tcp://127.0.0.1:9/system", Optional.empty(), true));

        Answer answer = agents.agent(HOST).orElseThrow().perform(intent("t", "peer"), figures -> {});

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).why()).isNotBlank();
    }

    @Test
    void withoutAPeerAddressNothingIsSent() {
        agents.close();
        agents = site(
                new HostEntry("t", URI, Optional.empty(), true),
                new HostEntry("local", "qemu:///system", Optional.empty(), true));

        Answer answer = agents.agent(HOST).orElseThrow().perform(intent("t", "local"), figures -> {});

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).why()).contains("peer:");
    }

    private static Intent intent(String from, String to) {
        Step step = new Step.Migrate(TEST, ElementId.host(from), ElementId.host(to), Tuning.DEFAULT);
        return new Intent(UUID.randomUUID(), 1, Instant.EPOCH, "desk", "me", "test", step, Set.of());
    }

    @Test
    void aHostThatMayNotBeActedOnHasNoHand() {
        agents.close();
        agents = site(new HostEntry("t", URI, Optional.empty(), false));

        assertThat(agents.agent(HOST)).isEmpty();
        connected();
    }

    /** A short one; the long one is the lab's. */
    @Test
    void pollsAndEventsLeaveNoReferenceBehind() throws LibvirtException {
        connected();
        heard.until("both hands are open", site -> agents.handles() == 3);
        Domain domain = other.domainLookupByName("test");
        for (int i = 0; i < 20; i++) {
            int before = heard.reports().size();
            domain.suspend();
            heard.until("paused", state(RunState.PAUSED));
            domain.resume();
            heard.until("running", state(RunState.RUNNING));
            heard.until("polled", site -> heard.reports().size() > before + 3);
        }
        domain.free();

        heard.until("nothing but the three connections", site -> agents.handles() == 3);
    }

    @Test
    void whatTheDriverDoesNotMeasureIsNotSaid() {
        connected();

        Site site = heard.until(
                "a second reading",
                now -> now.host(HOST).flatMap(host -> host.value(BEAT)).isPresent());

        assertThat(site.vm(TEST).orElseThrow().value(CPU_LOAD)).isEmpty();
        assertThat(site.vm(TEST).orElseThrow().value(DISK_READ)).isEmpty();
        assertThat(site.host(HOST).orElseThrow().value(CPU_LOAD))
                .as("its counters stand still")
                .isEmpty();
        assertThat(site.host(HOST).orElseThrow().value(MEMORY_FREE)).isPresent();
    }

    @Test
    void aDefinitionComesAndGoes() throws LibvirtException {
        connected();
        Domain extra = other.domainDefineXML(domain("extra", "33333333-3333-3333-3333-333333333333"));
        heard.until(
                "extra",
                site -> site.vm(ElementId.vm("33333333-3333-3333-3333-333333333333"))
                        .isPresent());
        extra.undefine();
        extra.free();
        heard.until(
                "gone",
                site -> site.vm(ElementId.vm("33333333-3333-3333-3333-333333333333"))
                        .isEmpty());

        assertThat(heard.reports()).extracting(Fact.Report::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void everythingIsGivenBack() {
        connected();
        agents.agent(HOST).orElseThrow().sight(TEST);
        assertThat(agents.handles()).isPositive();
        agents.close();

        // a lane closes on its own thread
        long until = System.nanoTime() + 10_000_000_000L;
        while (agents.handles() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(agents.handles()).isZero();
    }
}
