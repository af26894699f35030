package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.sim.Transfer.Phase;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Tuning;

/** One migration's physics alone, without a world around it. */
class TransferTest {

    private static final double SETUP = 100;
    private static final double DEVICES = 20;

    private final Plant plant = Plant.demo("demo", 7);
    private final SimHost to = plant.host(ElementId.host("node-3"));

    private SimVm vm(String name) {
        return plant.vms().stream()
                .filter(vm -> vm.shape().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Transfer transfer(String name, Tuning tuning) {
        return new Transfer(vm(name), to, tuning, 0, SETUP, DEVICES);
    }

    private static void run(Transfer transfer, double seconds, double share, double writes) {
        for (double left = seconds * 1000; left > 0 && !transfer.phase().over(); left -= 50) {
            transfer.run(50, share, share, writes);
        }
    }

    @Test
    void whatDoesNotWriteIsCopiedOnce() {
        Transfer transfer = transfer("payroll-db", Tuning.DEFAULT);
        run(transfer, 60, 1e9, 0);
        JobFigures figures = transfer.figures();
        double once = vm("payroll-db").used();
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
        assertThat((double) figures.processed()).isCloseTo(once, within(1e3));
        assertThat((double) figures.elapsed()).isCloseTo(SETUP + once / 1e9 * 1000 + DEVICES, within(2.0));
        assertThat((double) figures.pause()).isCloseTo(DEVICES, within(1.0));
    }

    @Test
    void emptyMemoryIsOnlyLookedAt() {
        // Half of ldap-1 was never touched: of its 4 GiB no more goes over the wire than was.
        Transfer transfer = transfer("ldap-1", Tuning.DEFAULT);
        run(transfer, 60, 1e9, 0);
        assertThat(vm("ldap-1").used()).isLessThan(vm("ldap-1").memory() / 2);
        assertThat(transfer.figures().processed()).isLessThan(vm("ldap-1").memory() / 2);
    }

    @Test
    void whatFitsIntoThePauseGoesWhatDoesNotGoesRoundAgain() {
        // W <= B x limit decides for one that dirties all of its working set in every pass.
        double set = vm("cache").workingSet();
        double enough = set / 0.300 * 1.001;
        Transfer fits = transfer("cache", new Tuning(0, false, 300));
        run(fits, 120, enough, 1e15);
        assertThat(fits.phase()).isEqualTo(Phase.ARRIVED);
        assertThat((double) fits.figures().pause()).isBetween(300.0, 330.0);
        Transfer doesNot = transfer("cache", new Tuning(0, false, 300));
        run(doesNot, 120, enough * 0.99, 1e15);
        assertThat(doesNot.phase()).isEqualTo(Phase.COPYING);
        assertThat(doesNot.figures().iteration()).isGreaterThan(100);
    }

    @Property(tries = 60)
    void itEndsAtTheFixedPointOfTheDirtyCurve(@ForAll @DoubleRange(min = 0.02, max = 3) double ratio) {
        Transfer transfer = transfer("payroll-db", new Tuning(0, false, 300));
        double share = 5e8;
        double set = vm("payroll-db").workingSet();
        double writes = ratio * share;
        // V -> W (1 - e^(-r V/B / W)): below B x limit it goes through, above it never does.
        double left = vm("payroll-db").memory();
        for (int i = 0; i < 2_000; i++) {
            left = set * -Math.expm1(-writes * left / share / set);
        }
        boolean clear = left < share * 0.29 || left > share * 0.31;
        run(transfer, 120, share, writes);
        if (clear) {
            assertThat(transfer.phase()).isEqualTo(left < share * 0.3 ? Phase.ARRIVED : Phase.COPYING);
        }
    }

    @Test
    void throttlingGrowsInStepsAndHasAnEnd() {
        Transfer transfer = transfer("cache", new Tuning(0, true, 1));
        double before = 0;
        for (int i = 0; i < 4_000; i++) {
            transfer.run(50, 5e8, 5e8, 1e15);
            double now = transfer.throttle();
            if (now != before) {
                assertThat(now - before).isLessThanOrEqualTo(0.2000001);
            }
            before = now;
        }
        assertThat(before).isEqualTo(0.99);
        assertThat(transfer.phase()).isEqualTo(Phase.COPYING);
    }

    @Test
    void withoutALinkNothingGoesAndNothingIsLost() {
        Transfer transfer = transfer("payroll-db", Tuning.DEFAULT);
        run(transfer, 2, 1e9, 1e6);
        JobFigures before = transfer.figures();
        run(transfer, 2, 0, 1e6);
        assertThat(transfer.figures().remaining()).isEqualTo(before.remaining());
        assertThat(transfer.figures().rate()).isZero();
        run(transfer, 60, 1e9, 1e6);
        assertThat(transfer.phase()).isEqualTo(Phase.ARRIVED);
    }

    @Test
    void figuresBeginWithAllOfIt() {
        Transfer transfer = transfer("payroll-db", Tuning.DEFAULT);
        transfer.run(50, 1e9, 1e9, 1e6);
        assertThat(transfer.phase()).isEqualTo(Phase.PREPARING);
        assertThat(transfer.figures()).isEqualTo(new JobFigures(8L << 30, 0, 8L << 30, 0, 0, 0, 50, 0));
    }

    @Test
    void cancelledWhileTheOtherHostPrepares() {
        Transfer transfer = transfer("payroll-db", Tuning.DEFAULT);
        transfer.run(50, 1e9, 1e9, 1e6);
        transfer.cancel();
        transfer.run(50, 1e9, 1e9, 1e6);
        assertThat(transfer.phase()).isEqualTo(Phase.CANCELLED);
        assertThat(transfer.figures().processed()).isZero();
    }
}
