package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.sim.Transfer.Phase;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Tuning;

/** The physics of a migration, on the demo site; before its 40th second all hosts of the payroll cluster are well. */
class MigrationTest {

    private static final double LINK = 1.25e9 * Traffic.PAYLOAD;
    private static final Tuning UNTHROTTLED = new Tuning(0, false, 0);

    private final SimWorld world = new SimWorld(SimSpec.demo(7));

    private Transfer migrate(String vm, String to, Tuning tuning) {
        return world.migrations().begin(Sims.vm(world, vm), Sims.host(world, to), tuning);
    }

    private void finish(Transfer transfer, long within) {
        long end = world.now() + within;
        while (!transfer.phase().over() && world.now() < end) {
            world.advance(world.now() + SimWorld.QUANTUM);
        }
    }

    @Test
    void anIdleVmTakesItsMemoryOnceAndAShortPause() {
        Transfer transfer = migrate("ldap-1", "node-3", Tuning.DEFAULT);
        finish(transfer, 60_000);
        JobFigures figures = transfer.figures();
        double once = Sims.vm(world, "ldap-1").used();
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
        assertThat((double) figures.processed()).isCloseTo(once, within(once * 0.01));
        assertThat((double) figures.elapsed()).isBetween(once / LINK * 1000, once / LINK * 1000 + 400);
        assertThat(figures.pause()).isBetween(10L, 60L);
        assertThat(figures.remaining()).isZero();
        assertThat(figures.iteration()).isEqualTo(1);
    }

    @Test
    void aSlowWriterNeedsMoreAndArrivesWithinThePauseLimit() {
        Transfer transfer = migrate("payroll-db", "node-3", Tuning.DEFAULT);
        finish(transfer, 60_000);
        JobFigures figures = transfer.figures();
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
        assertThat(figures.processed())
                .isGreaterThan(Sims.vm(world, "payroll-db").used());
        assertThat(figures.pause()).isBetween(60L, 340L);
        assertThat(transfer.throttle()).isZero();
    }

    @Test
    void aFastWriterNeverArrivesUnthrottled() {
        Transfer transfer = migrate("cache", "node-5", UNTHROTTLED);
        SimVm vm = transfer.vm;
        finish(transfer, 35_000);
        JobFigures early = transfer.figures();
        assertThat(transfer.phase()).isEqualTo(Phase.COPYING);
        assertThat(early.iteration()).isGreaterThan(2);
        // What it dirties in a pass is what it can dirty at all: the working set.
        assertThat((double) vm.workingSet()).isGreaterThan(LINK * 0.3);
        assertThat(early.dirtyRate()).isGreaterThan(0);
        assertThat(early.processed()).isGreaterThan(2 * vm.used());
    }

    @Test
    void aFastWriterArrivesThrottled() {
        Transfer transfer = migrate("cache", "node-5", Tuning.DEFAULT);
        finish(transfer, 600_000);
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
        assertThat(transfer.throttle()).isGreaterThan(0.5);
        assertThat(transfer.figures().pause()).isLessThan(360);
        assertThat(transfer.vm.host().name()).isEqualTo("node-5");
    }

    @Test
    void aLongerPauseLimitLetsTheFastWriterGo() {
        Transfer transfer = migrate("cache", "node-5", new Tuning(0, false, 4_000));
        finish(transfer, 60_000);
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
        assertThat(transfer.figures().pause()).isBetween(1_000L, 4_100L);
    }

    @Test
    void theBandwidthLimitHoldsButForTheLastCopy() {
        Transfer transfer = migrate("payroll-web", "node-3", new Tuning(200_000_000, false, 0));
        world.advance(5_000);
        assertThat(transfer.figures().rate()).isEqualTo(200_000_000);
        double sent = transfer.figures().processed();
        assertThat(sent).isCloseTo(200e6 * (5_000 - 180) / 1000, within(30e6));
        finish(transfer, 120_000);
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
        assertThat(transfer.figures().pause()).isLessThan(120);
    }

    @Test
    void twoOverTheSameLinkGetHalfEach() {
        Transfer one = migrate("payroll-db", "node-3", Tuning.DEFAULT);
        Transfer other = migrate("payroll-web", "node-1", Tuning.DEFAULT);
        world.advance(2_000);
        assertThat((double) one.figures().rate()).isCloseTo(LINK / 2, within(1e6));
        assertThat((double) other.figures().rate()).isCloseTo(LINK / 2, within(1e6));
    }

    @Test
    void whatOneMayNotUseTheOtherGets() {
        Transfer limited = migrate("payroll-db", "node-3", new Tuning(100_000_000, true, 0));
        Transfer free = migrate("payroll-web", "node-1", Tuning.DEFAULT);
        world.advance(2_000);
        assertThat(limited.figures().rate()).isEqualTo(100_000_000);
        assertThat((double) free.figures().rate()).isCloseTo(LINK - 100e6, within(1e6));
    }

    @Test
    void bothDirectionsOfALinkAreApart() {
        Transfer out = migrate("payroll-db", "node-3", Tuning.DEFAULT);
        Transfer in = migrate("erp-app", "node-2", Tuning.DEFAULT);
        world.advance(2_000);
        assertThat((double) out.figures().rate()).isCloseTo(LINK, within(1e6));
        assertThat((double) in.figures().rate()).isCloseTo(LINK, within(1e6));
    }

    @Test
    void remainingFallsWithinThePasses() {
        Transfer transfer = migrate("erp-db", "node-3", Tuning.DEFAULT);
        List<Long> remaining = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            world.advance(world.now() + 500);
            remaining.add(transfer.figures().remaining());
        }
        assertThat(remaining).isSortedAccordingTo((a, b) -> Long.compare(b, a)).doesNotHaveDuplicates();
    }

    @Test
    void cancelledItIsWhereItWasAndNothingIsHeldElsewhere() {
        long free = world.free(Sims.host(world, "node-3"));
        Transfer transfer = migrate("payroll-db", "node-3", Tuning.DEFAULT);
        world.advance(3_000);
        assertThat(world.free(Sims.host(world, "node-3"))).isEqualTo(free - transfer.vm.memory());
        transfer.cancel();
        world.advance(3_100);
        assertThat(transfer.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(transfer.vm.host().name()).isEqualTo("node-2");
        assertThat(world.state(transfer.vm)).isEqualTo(RunState.RUNNING);
        assertThat(world.job(transfer.vm)).isEqualTo(Job.NONE);
        assertThat(world.free(Sims.host(world, "node-3"))).isEqualTo(free);
    }

    @Test
    void onceItStandsStillItIsTooLateToCancel() {
        Transfer transfer = migrate("cache", "node-5", new Tuning(0, false, 4_000));
        while (transfer.phase() != Phase.SWITCHING) {
            world.advance(world.now() + SimWorld.QUANTUM);
        }
        assertThat(world.state(transfer.vm)).isEqualTo(RunState.PAUSED);
        transfer.cancel();
        finish(transfer, 5_000);
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
    }

    @Test
    void memoryMovesWithTheVm() {
        long there = world.free(Sims.host(world, "node-3"));
        long here = world.free(Sims.host(world, "node-2"));
        Transfer transfer = migrate("payroll-db", "node-3", Tuning.DEFAULT);
        finish(transfer, 60_000);
        assertThat(world.free(Sims.host(world, "node-3"))).isEqualTo(there - transfer.vm.memory());
        assertThat(world.free(Sims.host(world, "node-2"))).isEqualTo(here + transfer.vm.memory());
    }

    @Test
    void theHostsRefuseInLibvirtsWords() {
        assertThat(failure("search", "node-6")).contains("Host CPU does not provide required features: avx512");
        assertThat(failure("web-1", "node-6")).isEqualTo("Network not found: no network with matching name 'dmz'");
        assertThat(failure("ldap-1", "node-8")).startsWith("Cannot access storage file '/dev/mapper/");
        assertThat(failure("cache", "node-6")).endsWith("cannot set up guest memory 'pc.ram': Cannot allocate memory");
        assertThat(failure("erp-old", "node-3")).contains("domain is not running");
    }

    private String failure(String vm, String to) {
        Transfer transfer = migrate(vm, to, Tuning.DEFAULT);
        finish(transfer, 2_000);
        assertThat(transfer.phase()).isEqualTo(Phase.FAILED);
        assertThat(Sims.host(world, to).vms()).doesNotContain(transfer.vm);
        return transfer.why();
    }

    @Test
    void aVmWithAnotherJobIsBusy() {
        world.advance(6_000);
        assertThat(failure("reports", "node-3")).contains("cannot acquire state change lock");
        migrate("payroll-db", "node-3", Tuning.DEFAULT);
        assertThat(migrate("payroll-db", "node-1", Tuning.DEFAULT).why()).contains("remoteDispatchDomainMigrate");
    }

    @Test
    void aHostThatDiesTakesTheMigrationWithIt() {
        world.advance(39_000);
        Transfer to = migrate("cache", "node-7", UNTHROTTLED);
        Transfer from = migrate("logs", "node-5", UNTHROTTLED);
        world.advance(40_100);
        assertThat(to.phase()).isEqualTo(Phase.FAILED);
        assertThat(to.why()).contains("Connection reset by peer");
        assertThat(to.vm.host().name()).isEqualTo("node-4");
        assertThat(from.phase()).isEqualTo(Phase.FAILED);
        assertThat(from.vm.host().name()).isEqualTo("node-7");
        assertThat(world.migrations().any()).isFalse();
    }
}
