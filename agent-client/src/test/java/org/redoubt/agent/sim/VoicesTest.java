package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.*;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Health;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.Tuning;

/** What each source says, and what it takes back. */
class VoicesTest {

    private final SimWorld world = new SimWorld(SimSpec.demo(7));

    private List<Assertion<?>> said(Voice voice) {
        return said(voice, true);
    }

    private List<Assertion<?>> said(Voice voice, boolean all) {
        Page page = new Page();
        voice.speak(world, page, all);
        return page.lines();
    }

    /** What was said of one attribute: empty when nothing was, and of null when it was said to be gone. */
    private static Optional<Assertion<?>> line(List<Assertion<?>> lines, ElementId element, Attribute<?> attribute) {
        return lines.stream()
                .filter(line -> line.element().equals(element) && line.attribute() == attribute)
                .findFirst();
    }

    private static Object value(List<Assertion<?>> lines, ElementId element, Attribute<?> attribute) {
        return line(lines, element, attribute).orElseThrow().value();
    }

    private SimHost host(String name) {
        return Sims.host(world, name);
    }

    private HypervisorVoice hypervisor(String host) {
        return new HypervisorVoice(host(host), 5_000);
    }

    @Property(tries = 20)
    void nothingIsSaidTwiceInOneBreath(@ForAll @LongRange(max = 400_000) long at) {
        SimWorld then = new SimWorld(SimSpec.demo(7));
        then.advance(at);
        Sims.statement(then).forEach((source, lines) -> {
            Set<List<Object>> topics = new HashSet<>();
            for (Assertion<?> line : lines) {
                assertThat(topics.add(List.of(line.element(), line.attribute())))
                        .as(source + " says twice " + line)
                        .isTrue();
            }
        });
    }

    @Test
    void aVmThatLeftIsTakenBackWhole() {
        HypervisorVoice source = hypervisor("node-2");
        HypervisorVoice target = hypervisor("node-3");
        SimVm vm = Sims.vm(world, "payroll-db");
        List<Assertion<?>> before = said(source).stream()
                .filter(line -> line.element().equals(vm.id()))
                .toList();
        said(target);
        Transfer transfer = world.migrations().begin(vm, host("node-3"), Tuning.DEFAULT);
        world.advance(1_000);
        List<Assertion<?>> arriving = said(target, false);
        assertThat(value(arriving, vm.id(), STATE)).isEqualTo(RunState.PAUSED);
        assertThat(value(arriving, vm.id(), NAME)).isEqualTo("payroll-db");
        while (!transfer.phase().over()) {
            world.advance(world.now() + 1_000);
        }
        List<Assertion<?>> after = said(source, false);
        for (Assertion<?> line : before) {
            assertThat(value(after, vm.id(), line.attribute()))
                    .as(line.attribute().name())
                    .isNull();
        }
        assertThat(line(said(source), vm.id(), RUNS_ON)).isEmpty();
        assertThat(value(said(target, false), vm.id(), STATE)).isEqualTo(RunState.RUNNING);
        assertThat(value(said(target, false), vm.id(), STATE_REASON)).isEqualTo("migrated");
    }

    @Test
    void aCancelledArrivalIsTakenBack() {
        HypervisorVoice target = hypervisor("node-3");
        SimVm vm = Sims.vm(world, "payroll-db");
        Transfer transfer = world.migrations().begin(vm, host("node-3"), Tuning.DEFAULT);
        world.advance(1_000);
        assertThat(line(said(target), vm.id(), RUNS_ON)).isPresent();
        transfer.cancel();
        world.advance(1_200);
        assertThat(value(said(target), vm.id(), RUNS_ON)).isNull();
        assertThat(value(said(hypervisor("node-2")), vm.id(), RUNS_ON)).isEqualTo(ElementId.host("node-2"));
    }

    @Test
    void aStoppedVmHasAStateAndNoPlace() {
        ElementId stopped = Sims.vm(world, "erp-old").id();
        List<Assertion<?>> lines = said(hypervisor("node-2"));
        assertThat(value(lines, stopped, STATE)).isEqualTo(RunState.SHUT_OFF);
        assertThat(line(lines, stopped, RUNS_ON)).isEmpty();
        assertThat(line(lines, stopped, CPU_LOAD)).isEmpty();
    }

    @Test
    void aSilentHostSaysNothingThenOnlyHowItsLinkIs() {
        HypervisorVoice voice = hypervisor("node-7");
        assertThat(said(voice)).hasSizeGreaterThan(50);
        world.advance(45_000);
        assertThat(said(voice)).isEmpty();
        assertThat(said(new ShellVoice(host("node-7"), 5_000))).isEmpty();
        assertThat(said(new BoardVoice(host("node-7"), 5_000))).isNotEmpty();
        world.advance(60_000);
        assertThat(said(voice)).extracting(line -> (Object) line.attribute()).containsExactly(LINK, LINK_DETAIL);
        world.advance(131_000);
        List<Assertion<?>> back = said(voice);
        assertThat(value(back, host("node-7").id(), LINK)).isEqualTo(LinkState.CONNECTED);
        assertThat(value(back, host("node-7").id(), LINK_DETAIL)).isNull();
        assertThat(line(said(voice), host("node-7").id(), LINK_DETAIL)).isEmpty();
    }

    @Test
    void whatIsWellAgainTakesItsWordsBackOnce() {
        ShellVoice voice = new ShellVoice(host("node-2"), 5_000);
        ElementId hba = ElementId.parse("hba-port:node-2/hba1");
        assertThat(line(said(voice), hba, DETAIL)).isEmpty();
        world.advance(10_000);
        assertThat((String) value(said(voice), hba, DETAIL)).contains("Link Down");
        world.advance(151_000);
        assertThat(value(said(voice), hba, DETAIL)).isNull();
        assertThat(line(said(voice), hba, DETAIL)).isEmpty();
        assertThat(value(said(voice), hba, HEALTH)).isEqualTo(Health.OK);
    }

    @Test
    void figuresAreBelievable() {
        for (long at = 0; at < 60_000; at += 5_000) {
            world.advance(at);
            for (SimHost host : world.plant().hosts()) {
                for (Assertion<?> line : said(new HypervisorVoice(host, 5_000), false)) {
                    if (line.attribute() == CPU_LOAD) {
                        assertThat((Double) line.value()).isBetween(0.0, 1.0);
                    } else if (line.attribute() == MEMORY_USED) {
                        assertThat((Long) line.value())
                                .isPositive()
                                .isLessThan(world.plant().vm(line.element()).memory());
                    } else if (line.attribute() == DIRTY_RATE) {
                        assertThat((Long) line.value())
                                .isNotNegative()
                                .isLessThanOrEqualTo(
                                        world.plant().vm(line.element()).workingSet());
                    } else if (line.value() instanceof Long amount) {
                        assertThat(amount).as(line.toString()).isNotNegative();
                    }
                }
            }
        }
    }

    @Test
    void loadMovesButDoesNotLeap() {
        SimVm vm = Sims.vm(world, "web-1");
        Set<Long> hundredths = new HashSet<>();
        double before = world.load().of(vm, 0);
        for (long at = 100; at < 600_000; at += 100) {
            double now = world.load().of(vm, at);
            assertThat(Math.abs(now - before)).isLessThan(0.02);
            hundredths.add(Math.round(now * 100));
            before = now;
        }
        assertThat(hundredths).hasSizeGreaterThan(15);
    }

    @Test
    void nightIsQuieterThanDay() {
        SimVm vm = Sims.vm(world, "web-1");
        assertThat(mean(vm, 16 * 3_600_000L)).isLessThan(mean(vm, 4 * 3_600_000L) * 0.7);
    }

    /** Its load over an hour, which begins so long after half past nine. */
    private double mean(SimVm vm, long from) {
        double sum = 0;
        for (int minute = 0; minute < 60; minute++) {
            sum += world.load().of(vm, from + minute * 60_000L);
        }
        return sum / 60;
    }

    @Test
    void aNicThatIsDownIsSeenFromThreeSides() {
        world.advance(145_000);
        SimHost host = host("node-1");
        assertThat(world.trouble(Kind.NIC_LOST, host.index(), 1)).isNotNull();
        assertThat(value(said(new ShellVoice(host, 5_000)), host.nics().get(1).id(), UP))
                .isEqualTo(false);
        List<Assertion<?>> cluster = said(new ClusterVoice(host.cluster(), 1_000));
        assertThat(value(cluster, host.cluster().ringLink(1, host), UP)).isEqualTo(false);
        assertThat(value(cluster, host.cluster().ring(1), HEALTH)).isEqualTo(Health.DEGRADED);
        assertThat(value(cluster, host.cluster().ring(0), HEALTH)).isEqualTo(Health.OK);
        assertThat(line(cluster, host.cluster().ringLink(1, host), BEAT)).isEmpty();
        Voice coreB = new Reporter(world, at -> at)
                .voices().stream()
                        .filter(voice -> voice.source().toString().equals("snmp@core-b"))
                        .findFirst()
                        .orElseThrow();
        assertThat(value(said(coreB), host.nics().get(1).cabledTo(), DETAIL)).isEqualTo("notConnect");
    }

    @Test
    void onlyWhatBeatsIsExpectedTo() {
        List<Assertion<?>> lines = said(new ClusterVoice(host("node-1").cluster(), 1_000));
        Set<ElementId> expected = new HashSet<>();
        Set<ElementId> beating = new HashSet<>();
        for (Assertion<?> line : lines) {
            if (line.attribute() == BEAT_EXPECTED) {
                expected.add(line.element());
            } else if (line.attribute() == BEAT) {
                beating.add(line.element());
            }
        }
        assertThat(expected).isEqualTo(beating).hasSize(6);
    }

    @Test
    void theSiteFileSaysNothingThatAHostCouldSay() {
        Set<Attribute<?>> alive = Set.of(LINK, UP, HEALTH, CPU_LOAD, MEMORY_FREE, STATE, RUNS_ON, BEAT, REPLICA_LAG);
        assertThat(said(new PaperVoice(world.plant())))
                .noneMatch(line -> alive.contains(line.attribute()))
                .hasSizeGreaterThan(150);
    }
}
