package org.redoubt.controllers.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.redoubt.agent.sim.SimAgents;
import org.redoubt.agent.sim.SimSpec;
import org.redoubt.controllers.fake.HandClock;
import org.redoubt.controllers.fake.MemoryJournal;
import org.redoubt.controllers.migrate.MigrateVm;
import org.redoubt.controllers.watch.Watch;
import org.redoubt.topology.model.Element;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.model.Whereabouts;
import org.redoubt.topology.need.Needs;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Fit;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Objection;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Plan;
import org.redoubt.topology.plan.Tuning;

/** Watch, plan and runner together, on the simulated demo site whose time this test passes. */
@Timeout(120)
class RunnerOnTheSimTest {

    private static final ElementId NODE_2 = ElementId.host("node-2");
    private static final ElementId NODE_3 = ElementId.host("node-3");
    private static final ElementId NODE_6 = ElementId.host("node-6");

    private final HandClock clock = new HandClock();
    private final SimAgents agents = SimAgents.byHand(SimSpec.demo(7), clock.desk());
    private final Watch watch = new Watch(Site.empty("demo"), agents.sources(), clock.desk());
    private final MemoryJournal journal = new MemoryJournal();
    private final Runner runner = new Runner(watch::newest, agents, journal, clock.desk(), new Pace(2, 32, 1, 20, 5));
    private final MigrateVm migrate = new MigrateVm(watch::newest);
    private final List<String> twice = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        watch.onChange(() -> watch.newest().vms().forEach(vm -> {
            if (vm.whereabouts() instanceof Whereabouts.Twice) {
                twice.add(vm.name());
            }
        }));
        watch.start();
        pass(
                "the whole site is heard",
                () -> watch.newest().vms().count() == SimSpec.demo(7).vms());
    }

    @AfterEach
    void close() {
        runner.close();
        watch.close();
        agents.close();
        assertThat(twice).isEmpty();
    }

    /** Simulated time goes on until it holds. */
    private void pass(String what, BooleanSupplier holds) {
        for (int i = 0; i < 100_000 && !holds.getAsBoolean(); i++) {
            clock.set(clock.millis() + 20);
            agents.step();
            // Time is not passed faster than it is heard of: the watch folds on a thread of its own.
            long passed = clock.millis();
            while (watch.newest().now() + 2_000 < passed) {
                Thread.onSpinWait();
            }
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    private ElementId vm(String name) {
        return watch.newest()
                .vms()
                .filter(vm -> vm.name().equals(name))
                .findFirst()
                .map(Element::id)
                .orElseThrow();
    }

    private Optional<ElementId> where(ElementId vm) {
        return watch.newest().vm(vm).orElseThrow().whereabouts().host();
    }

    private Work now(Work work) {
        return runner.works().stream()
                .filter(one -> one.id().equals(work.id()))
                .findFirst()
                .orElseThrow();
    }

    private boolean ended(Work work) {
        return now(work).phase() == Phase.ENDED;
    }

    private Work start(ElementId vm, ElementId to, Tuning tuning, String... accepted) {
        Plan plan = migrate.plan(vm, to, tuning);
        return runner.start(new Approval(plan, "ada", Set.of(accepted)));
    }

    @Test
    void aVmIsMovedAndEveryFigureIsTheJobsOwn() {
        ElementId vm = vm("payroll-db");
        List<JobFigures> shown = new CopyOnWriteArrayList<>();
        runner.onChange(() -> shown.add(runner.works().getFirst().figures()));
        Work work = start(vm, NODE_3, Tuning.DEFAULT);
        pass("it has ended", () -> ended(work));
        assertThat(now(work).outcome()).get().isInstanceOf(Outcome.Done.class);
        pass("the screen hears of it", () -> where(vm).equals(Optional.of(NODE_3)));
        List<Long> remaining = new ArrayList<>();
        shown.stream().map(JobFigures::remaining).filter(left -> left >= 0).forEach(left -> {
            if (remaining.isEmpty() || left < remaining.getLast()) {
                remaining.add(left);
            }
        });
        assertThat(remaining).hasSizeGreaterThan(3);
        // The job's own time: simulated time also passes while this machine gets round to the runner's threads.
        long took = now(work).figures().elapsed();
        System.out.printf(
                "payroll-db: predicted %d ms, took %d simulated ms%n",
                work.predicted().orElseThrow().millis(), took);
        assertThat((double) work.predicted().orElseThrow().millis() / took).isBetween(0.5, 2.0);
    }

    @Test
    void cancelledMidwayItIsWhereItWas() {
        ElementId vm = vm("payroll-db");
        Work work = start(vm, NODE_3, new Tuning(100_000_000, true, 0));
        pass("it is midway", () -> now(work).figures().progress() > 0.2);
        runner.cancel(work.id());
        pass("it has ended", () -> ended(work));
        assertThat(now(work).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Unchanged.class,
                        unchanged -> assertThat(unchanged.cause()).startsWith("cancelled"));
        assertThat(where(vm)).contains(NODE_2);
        assertThat(journal.intents()).isEqualTo(1);
    }

    @Test
    void aHostThatCannotTakeItGivesAllItsReasons() {
        List<Fit> fits = migrate.fits(vm("payroll-db"));
        Fit full = fits.stream()
                .filter(fit -> fit.host().equals(NODE_6))
                .findFirst()
                .orElseThrow();
        assertThat(full.verdict()).isEqualTo(Fit.Verdict.CANNOT);
        assertThat(full.objections()).extracting(Objection::rule).contains("other-cluster", "memory");
        Work work = start(vm("payroll-db"), NODE_6, Tuning.DEFAULT, "other-cluster", "memory");
        pass("it is refused", () -> ended(work));
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Refused.class);
        assertThat(agents.underWay()).isZero();
    }

    @Test
    void severalAtOnceAreDoneTwoAtATime() {
        List<ElementId> vms = watch.newest()
                .vms()
                // The story has a backup of reports begin at any moment now.
                .filter(vm -> !vm.name().equals("reports"))
                .filter(vm -> vm.whereabouts().host().equals(Optional.of(NODE_2))
                        && migrate.plan(vm.id(), NODE_3, Tuning.DEFAULT).possible())
                .map(Element::id)
                .limit(4)
                .toList();
        assertThat(vms).hasSizeGreaterThanOrEqualTo(3);
        List<Work> works =
                vms.stream().map(vm -> start(vm, NODE_3, Tuning.DEFAULT)).toList();
        pass("all have ended", () -> {
            assertThat(agents.underWay()).isLessThanOrEqualTo(2);
            return works.stream().allMatch(this::ended);
        });
        assertThat(works).allSatisfy(work -> assertThat(now(work).outcome()).containsInstanceOf(Outcome.Done.class));
        pass("all are heard of", () -> vms.stream().allMatch(vm -> where(vm).equals(Optional.of(NODE_3))));
    }

    /** Nobody says who owns the VMs of dr-east: refused, and then accepted by that name. */
    @Test
    void anUnknownOwnerIsAcceptedByName() {
        Element.Vm vm = watch.newest()
                .vms()
                .filter(one -> one.whereabouts().host().equals(Optional.of(ElementId.host("node-8"))))
                .filter(one -> one.whereabouts().state().executes())
                .findFirst()
                .orElseThrow();
        ElementId to = ElementId.host("node-10");
        Work refused = start(vm.id(), to, Tuning.DEFAULT);
        pass("it is refused", () -> ended(refused));
        assertThat(now(refused).outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        is -> assertThat(is.reasons())
                                .anySatisfy(reason -> assertThat(reason).contains("owner: none")));
        Work accepted = start(vm.id(), to, Tuning.DEFAULT, "owner-unknown");
        pass("it has ended", () -> ended(accepted));
        assertThat(now(accepted).outcome()).containsInstanceOf(Outcome.Done.class);
    }

    /** The source dies in the middle: nobody can tell for as long as it is gone, and nothing is started elsewhere. */
    @Test
    void aSourceThatDiesLeavesItUnknown() {
        ElementId node7 = ElementId.host("node-7");
        pass("just before it dies", () -> clock.millis() >= 38_000);
        Element.Vm vm = watch.newest()
                .vms()
                .filter(one -> one.whereabouts().host().equals(Optional.of(node7)))
                .filter(one -> one.whereabouts().state().executes())
                .findFirst()
                .orElseThrow();
        Fit target = migrate.ranked(vm.id()).stream()
                .filter(fit -> fit.verdict() != Fit.Verdict.CANNOT)
                .findFirst()
                .orElseThrow();
        Work work = start(
                vm.id(),
                target.host(),
                new Tuning(20_000_000, true, 0),
                target.objections().stream().map(Objection::rule).toArray(String[]::new));
        pass("nobody can tell", () -> now(work).phase() == Phase.UNSETTLED);
        assertThat(clock.millis()).isBetween(40_000L, 120_000L);
        assertThat(now(work).outcome()).containsInstanceOf(Outcome.Unknown.class);
        Work again = start(vm.id(), target.host(), Tuning.DEFAULT);
        pass("a second try is refused", () -> ended(again));
        assertThat(now(again).outcome()).containsInstanceOf(Outcome.Refused.class);
        assertThat(journal.intents()).isEqualTo(1);
    }

    /** What the map lights up when it is selected: both ways to everything, and nothing of anybody else's. */
    @Test
    void whatAVmStandsOnIsKnownDownToTheFeeds() {
        pass(
                "every part has been heard",
                () -> Needs.reach(watch.newest(), vm("payroll-db")).size() > 20);
        List<String> reach = Needs.reach(watch.newest(), vm("payroll-db")).stream()
                .map(ElementId::toString)
                .toList();
        assertThat(reach)
                .contains(
                        "host:node-2",
                        "hba-port:node-2/hba0",
                        "hba-port:node-2/hba1",
                        "fabric-switch:fabric-a",
                        "fabric-switch:fabric-b",
                        "storage-array:array-1",
                        "storage-controller:array-1/A",
                        "storage-controller:array-1/B",
                        "network-port:node-2/nic0",
                        "switch:core-a",
                        "switch:core-b",
                        "power-supply:node-2/psu0",
                        "power-feed:feed-a",
                        "power-feed:feed-b")
                .doesNotContain("host:node-1", "host:node-3", "storage-array:array-2");
    }
}
