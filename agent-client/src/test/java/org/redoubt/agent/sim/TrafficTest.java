package org.redoubt.agent.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.plan.Tuning;

class TrafficTest {

    private final Plant plant = Plant.demo("demo", 7);

    private Transfer transfer(int vm, int to, long limit) {
        SimVm moved = plant.vms().get(vm % plant.vms().size());
        SimHost host = plant.hosts().get(to % plant.hosts().size());
        SimHost other = host == moved.host()
                ? plant.hosts().get((to + 1) % plant.hosts().size())
                : host;
        return new Transfer(moved, other, new Tuning(limit, true, 0), 0, 100, 20);
    }

    private static double room(SimHost host) {
        return host.shape().link() * Traffic.PAYLOAD;
    }

    /** What all of them together send out of, or into, a host. */
    private static double load(List<Transfer> transfers, double[] shares, SimHost host, boolean out) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            SimHost end = out ? transfers.get(i).from : transfers.get(i).to;
            sum += end == host ? shares[i] : 0;
        }
        return sum;
    }

    @Property(tries = 200)
    void noLinkCarriesMoreThanItCanAndNoneIsLeftIdleForNothing(
            @ForAll @Size(min = 1, max = 25) List<@IntRange(max = 10_000) Integer> picks, @ForAll boolean limited) {
        List<Transfer> transfers = new ArrayList<>();
        for (int pick : picks) {
            transfers.add(transfer(pick, pick / 58, pick % 3 == 0 ? 40_000_000L * (1 + pick % 7) : 0));
        }
        double[] shares = Traffic.share(transfers, limited);
        for (SimHost host : plant.hosts()) {
            assertThat(load(transfers, shares, host, true)).isLessThanOrEqualTo(room(host) * 1.000001);
            assertThat(load(transfers, shares, host, false)).isLessThanOrEqualTo(room(host) * 1.000001);
        }
        for (int i = 0; i < shares.length; i++) {
            Transfer one = transfers.get(i);
            long limit = one.tuning.bandwidth();
            boolean atItsLimit = limited && limit > 0 && shares[i] >= limit * 0.999999;
            boolean full = load(transfers, shares, one.from, true) >= room(one.from) * 0.999999
                    || load(transfers, shares, one.to, false) >= room(one.to) * 0.999999;
            assertThat(shares[i]).isPositive();
            assertThat(atItsLimit || full)
                    .as("transfer " + i + " could have more")
                    .isTrue();
        }
    }

    @Test
    void aloneItHasTheLink() {
        double[] share = Traffic.share(List.of(transfer(0, 1, 0)), true);
        assertThat(share[0]).isCloseTo(1.25e9 * 0.94, within(1.0));
    }

    @Test
    void theLimitIsTheOperatorsAndMayBeLifted() {
        List<Transfer> one = List.of(transfer(0, 1, 5_000_000));
        assertThat(Traffic.share(one, true)).containsExactly(5_000_000.0);
        assertThat(Traffic.share(one, false)[0]).isGreaterThan(1e9);
    }

    @Test
    void aFastLinkIsLimitedByOneStream() {
        Plant fast = Plant.sized("x", 60, 60, 7);
        SimVm vm = fast.vms().getFirst();
        SimHost to = fast.hosts().stream()
                .filter(host -> host != vm.host())
                .findFirst()
                .orElseThrow();
        double[] share = Traffic.share(List.of(new Transfer(vm, to, Tuning.DEFAULT, 0, 100, 20)), true);
        assertThat(share).containsExactly(Transfer.STREAM);
    }

    @Test
    void nobodyWantsNothing() {
        assertThat(Traffic.share(List.of(), true)).isEmpty();
    }
}
