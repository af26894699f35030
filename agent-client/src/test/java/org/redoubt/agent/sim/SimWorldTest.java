package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;
import static org.redoubt.topology.model.Attributes.RUNS_ON;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Link;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Tuning;

class SimWorldTest {

    @Property(tries = 60)
    void theSameSeedAndTimeGiveTheSameStateInWhateverSteps(
            @ForAll @IntRange(min = 1, max = 30) int hosts,
            @ForAll long seed,
            @ForAll @Size(max = 12) List<@LongRange(min = 1, max = 90_000) Long> steps) {
        SimSpec spec = SimSpec.sized(hosts, hosts * 4, seed);
        long end = steps.stream().mapToLong(Long::longValue).sum();
        SimWorld atOnce = new SimWorld(spec);
        atOnce.advance(end);
        SimWorld stepped = new SimWorld(spec);
        for (long step : steps) {
            stepped.advance(stepped.now() + step);
        }
        assertThat(Sims.statement(stepped)).isEqualTo(Sims.statement(atOnce));
    }

    @Property(tries = 25)
    void migrationsDoNotDependOnTheStepsEither(
            @ForAll @LongRange(max = 20_000) long begun,
            @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 1, max = 1_700) Long> steps) {
        SimWorld atOnce = new SimWorld(SimSpec.demo(7));
        SimWorld stepped = new SimWorld(SimSpec.demo(7));
        long end = begun + steps.stream().mapToLong(Long::longValue).sum();
        Transfer one = begin(atOnce, begun);
        Transfer other = begin(stepped, begun);
        atOnce.advance(end);
        for (long step : steps) {
            stepped.advance(stepped.now() + step);
        }
        assertThat(other.figures()).isEqualTo(one.figures());
        assertThat(other.phase()).isEqualTo(one.phase());
        assertThat(Sims.statement(stepped)).isEqualTo(Sims.statement(atOnce));
    }

    private static Transfer begin(SimWorld world, long at) {
        world.advance(at);
        world.migrations().begin(Sims.vm(world, "erp-app"), Sims.host(world, "node-2"), Tuning.DEFAULT);
        return world.migrations().begin(Sims.vm(world, "payroll-db"), Sims.host(world, "node-3"), Tuning.DEFAULT);
    }

    @Test
    void anotherSeedIsAnotherSite() {
        Site one = SimWorld.siteAt(SimSpec.demo(7));
        Site other = SimWorld.siteAt(SimSpec.demo(8));
        assertThat(one.vms().map(Element.Vm::id))
                .doesNotContainAnyElementsOf(other.vms().map(Element.Vm::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim:demo", "sim:demo?t=60", "sim:?hosts=1", "sim:?hosts=3&vms=0", "sim:?hosts=120&t=300"})
    void aSnapshotIsTheSameEachTime(String spec) {
        Site site = SimWorld.siteAt(SimSpec.parse(spec));
        assertThat(site).isEqualTo(SimWorld.siteAt(SimSpec.parse(spec)));
        assertThat(site.now()).isEqualTo(SimSpec.parse(spec).millis());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim:demo?t=100", "sim:?hosts=1", "sim:?hosts=48", "sim:?hosts=130&t=50"})
    void whateverIsNamedIsThere(String spec) {
        Site site = SimWorld.siteAt(SimSpec.parse(spec));
        List<String> dangling = site.elements()
                .flatMap(element -> Link.from(element).stream())
                .filter(link -> site.find(link.to()).isEmpty())
                .map(Link::toString)
                .toList();
        assertThat(dangling).isEmpty();
        assertThat(site.elements()
                        .mapToLong(element -> Link.from(element).size())
                        .sum())
                .isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 49, 260})
    void aSiteHasTheHostsAndVmsThatWereAskedFor(int hosts) {
        Site site = SimWorld.siteAt(SimSpec.sized(hosts, hosts * 7 + 3, 5));
        assertThat(site.hosts()).hasSize(hosts);
        assertThat(site.vms()).hasSize(hosts * 7 + 3);
        assertThat(site.vms().map(Element::name).distinct()).hasSize(hosts * 7 + 3);
        assertThat(site.all(ElementKind.NETWORK_PORT)).hasSize(hosts * 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim:demo", "sim:?hosts=60&seed=3"})
    void memoryIsConserved(String spec) {
        Site site = SimWorld.siteAt(SimSpec.parse(spec));
        site.hosts().forEach(host -> {
            long held = site.vms()
                    .filter(vm -> vm.value(RUNS_ON).filter(host.id()::equals).isPresent())
                    .mapToLong(vm -> vm.value(MEMORY).orElseThrow())
                    .sum();
            assertThat(host.value(MEMORY_FREE).orElseThrow())
                    .as(host.name())
                    .isEqualTo(host.value(MEMORY).orElseThrow() - held)
                    .isNotNegative();
        });
    }

    @Property(tries = 10)
    void factsOfDifferentSourcesFoldInAnyOrder(@ForAll long seed) {
        SimWorld world = new SimWorld(SimSpec.demo(7));
        Reporter reporter = new Reporter(world, at -> at);
        reporter.openAll();
        List<Reporter.Heard> heard = reporter.hear(45_000);
        Site inOrder = Sims.fold(Site.empty("demo"), heard);
        Site mixed = Sims.fold(Site.empty("demo"), interleaved(heard, new Random(seed)));
        assertThat(Folding.fold(mixed, new Fact.Tick(45_000))).isEqualTo(Folding.fold(inOrder, new Fact.Tick(45_000)));
    }

    /** The same reports, each source's in their order, the sources in any. */
    private static List<Reporter.Heard> interleaved(List<Reporter.Heard> heard, Random random) {
        Map<Voice, Queue<Reporter.Heard>> bySource = new LinkedHashMap<>();
        heard.forEach(one -> bySource.computeIfAbsent(one.voice(), voice -> new ArrayDeque<>())
                .add(one));
        List<Queue<Reporter.Heard>> queues = new ArrayList<>(bySource.values());
        List<Reporter.Heard> mixed = new ArrayList<>();
        while (!queues.isEmpty()) {
            Queue<Reporter.Heard> queue = queues.get(random.nextInt(queues.size()));
            mixed.add(queue.remove());
            if (queue.isEmpty()) {
                queues.remove(queue);
            }
        }
        return mixed;
    }
}
