package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.RUNS_ON;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Claim;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.plan.Tuning;

/** Whatever is moved, cancelled and interrupted, in whatever order: nothing is lost, nothing runs twice. */
class ManyMigrationsTest {

    private static final Tuning QUICK = new Tuning(0, true, 3_000);

    /** Any VM to any host, many at once, while the story of the demo goes on; each tenth is cancelled. */
    private static List<Transfer> stir(SimWorld world, Reporter reporter, List<Integer> picks, Check check) {
        List<Transfer> begun = new ArrayList<>();
        for (int pick : picks) {
            SimVm vm = world.plant().vms().get(pick % world.plant().vms().size());
            SimHost to =
                    world.plant().hosts().get(pick / 64 % world.plant().hosts().size());
            if (to != vm.host()) {
                begun.add(world.migrations().begin(vm, to, QUICK));
            }
            if (pick % 10 == 0 && !begun.isEmpty()) {
                begun.getLast().cancel();
            }
            check.of(reporter.hear(world.now() + 50 + pick % 4_000));
        }
        return begun;
    }

    private interface Check {
        void of(List<Reporter.Heard> heard);
    }

    @Property(tries = 25)
    void memoryAndVmsAreConservedAtEveryStep(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 100_000) Integer> picks) {
        SimWorld world = new SimWorld(SimSpec.demo(7));
        Reporter reporter = new Reporter(world, at -> at);
        reporter.openAll();
        stir(world, reporter, picks, heard -> {
            Set<SimVm> seen = new HashSet<>();
            for (SimHost host : world.plant().hosts()) {
                long arriving = world.migrations().to(host).stream()
                        .mapToLong(transfer -> transfer.vm.memory())
                        .sum();
                assertThat(world.free(host))
                        .isEqualTo(host.shape().memory() - host.held() - arriving)
                        .isNotNegative();
                for (SimVm vm : host.vms()) {
                    assertThat(seen.add(vm)).as(vm + " stands twice").isTrue();
                    assertThat(vm.host()).isSameAs(host);
                }
            }
            assertThat(seen).hasSize(world.plant().vms().size());
        });
    }

    @Property(tries = 15)
    void nobodyEverHearsThatAVmRunsTwice(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 100_000) Integer> picks) {
        SimWorld world = new SimWorld(SimSpec.demo(7));
        Reporter reporter = new Reporter(world, at -> at);
        reporter.openAll();
        Site[] site = {Site.empty("x")};
        stir(world, reporter, picks, heard -> {
            for (Reporter.Heard one : heard) {
                site[0] = Folding.fold(site[0], one.report());
                Set<ElementId> said = new HashSet<>();
                one.report().assertions().stream()
                        .map(Assertion::element)
                        .filter(id -> id.kind() == ElementKind.VM)
                        .forEach(said::add);
                for (ElementId id : said) {
                    site[0].vm(id)
                            .ifPresent(vm -> assertThat(vm.whereabouts()).isNotInstanceOf(Whereabouts.Twice.class));
                }
            }
        });
    }

    @Property(tries = 15)
    void whatIsBelievedInTheEndIsWhatIsSo(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 100_000) Integer> picks,
            @ForAll @LongRange(min = 300_000, max = 500_000) long end) {
        SimWorld world = new SimWorld(SimSpec.demo(7));
        Reporter reporter = new Reporter(world, at -> at);
        reporter.openAll();
        Site[] site = {Site.empty("x")};
        stir(world, reporter, picks, heard -> site[0] = Sims.fold(site[0], heard));
        site[0] = Sims.fold(site[0], reporter.hear(Math.max(end, world.now())));
        for (SimVm vm : world.plant().vms()) {
            boolean audible =
                    world.line(vm.host()).answers() && world.migrations().of(vm) == null;
            if (audible && vm.shape().runs()) {
                Element.Vm known = site[0].vm(vm.id()).orElseThrow();
                assertThat(known.whereabouts().host())
                        .as(vm.toString())
                        .contains(vm.host().id());
                assertThat(known.whereabouts().state()).isEqualTo(RunState.RUNNING);
            }
        }
        assertThat(stale(site[0], world)).isEmpty();
    }

    /** What is still claimed though its source, which is heard, says no such thing any more. */
    private static List<String> stale(Site site, SimWorld world) {
        Map<String, Set<String>> topics = new HashMap<>();
        Sims.statement(world).forEach((source, lines) -> {
            Set<String> said = new HashSet<>();
            for (Assertion<?> line : lines) {
                said.add(line.element() + " " + line.attribute());
            }
            topics.put(source, said);
        });
        List<String> stale = new ArrayList<>();
        for (Element element : site.elements().toList()) {
            for (Claim<?> claim : element.claims().all()) {
                Set<String> said = topics.get(claim.source().toString());
                boolean heard = said.size() > 4 && claim.attribute() != BEAT;
                if (heard && !claim.gone() && !said.contains(element.id() + " " + claim.attribute())) {
                    stale.add(claim + " of " + element.id());
                }
            }
        }
        return stale;
    }

    @Test
    void aFullHostTakesWhatFitsAndRefusesTheRest() {
        SimWorld world = new SimWorld(SimSpec.demo(7));
        List<Transfer> all = new ArrayList<>();
        // node-1 has 50 GiB free; 91 GiB come from node-2.
        for (SimVm vm : List.copyOf(Sims.host(world, "node-2").vms())) {
            all.add(world.migrations().begin(vm, Sims.host(world, "node-1"), QUICK));
        }
        world.advance(4_000_000);
        assertThat(all.stream().filter(transfer -> transfer.phase() == Transfer.Phase.ARRIVED))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(all.stream().filter(transfer -> transfer.why().contains("Cannot allocate memory")))
                .isNotEmpty();
        assertThat(world.free(Sims.host(world, "node-1"))).isNotNegative();
    }

    @Test
    void anAgentThatHangsHoldsItsMigrationsUpAndLetsThemGoAgain() {
        Found found = find(Kind.AGENT_HANGS);
        Transfer transfer = found.begin(3_000);
        found.world.advance(found.trouble.from() + 1_000);
        long sent = transfer.figures().processed();
        found.world.advance(found.trouble.until() - 1);
        assertThat(transfer.figures().processed()).isEqualTo(sent);
        assertThat(transfer.phase().over()).isFalse();
        found.world.advance(found.trouble.until() + 600_000);
        assertThat(transfer.phase()).isEqualTo(Transfer.Phase.ARRIVED);
    }

    @Test
    void anAgentThatIsGoneLetsItsMigrationsFail() {
        Found found = find(Kind.AGENT_GONE);
        Transfer transfer = found.begin(3_000);
        found.world.advance(found.trouble.from() + 100);
        assertThat(transfer.phase()).isEqualTo(Transfer.Phase.FAILED);
        assertThat(transfer.vm.host()).isSameAs(transfer.from);
        assertThat(found.world.state(transfer.vm)).isEqualTo(RunState.RUNNING);
    }

    /** A trouble of a host that has a VM which may go elsewhere, in some small site. */
    private record Found(SimWorld world, Trouble trouble, SimVm vm, SimHost to) {
        /** Begins to move it so long before the trouble, slowly enough that it is under way then. */
        Transfer begin(long before) {
            world.advance(trouble.from() - before);
            return world.migrations().begin(vm, to, new Tuning(100_000_000, true, 30_000));
        }
    }

    private static Found find(Kind kind) {
        for (long seed = 1; seed < 200; seed++) {
            SimWorld world = new SimWorld(SimSpec.sized(12, 120, seed));
            for (Story.Moment moment : world.story().moments(20_000, 600_000)) {
                Trouble trouble = moment.trouble();
                if (trouble.kind() != kind || trouble.from() < 20_000 || crowded(world, trouble)) {
                    continue;
                }
                SimHost from = world.plant().hosts().get(trouble.thing());
                for (SimVm vm : from.vms()) {
                    for (SimHost to : from.cluster().hosts()) {
                        if (to != from
                                && world.free(to) > vm.memory()
                                && to.shape().networks().containsAll(vm.shape().networks())) {
                            return new Found(world, trouble, vm, to);
                        }
                    }
                }
            }
        }
        throw new AssertionError("no site has such a trouble");
    }

    /** Whether other agents are in trouble at about the same time. */
    private static boolean crowded(SimWorld world, Trouble trouble) {
        return world.story().moments(trouble.from() - 200_000, trouble.until() + 600_000).stream()
                .map(Story.Moment::trouble)
                .anyMatch(other -> !other.equals(trouble)
                        && (other.kind().befallsAgent() || other.kind() == Kind.VM_BUSY)
                        && other.from() < trouble.until() + 200_000
                        && other.until() > trouble.from() - 10_000);
    }

    @Test
    void runsOnIsClaimedByTheHostItself() {
        SimWorld world = new SimWorld(SimSpec.demo(7));
        Sims.statement(world).forEach((source, lines) -> {
            for (Assertion<?> line : lines) {
                if (line.attribute() == RUNS_ON) {
                    assertThat("libvirt@" + ((ElementId) line.value()).key()).isEqualTo(source);
                }
            }
        });
    }
}
