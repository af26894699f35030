package org.redoubt.agent.sim;

import org.redoubt.agent.sim.plant.Chance;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.SimVm;

/** How busy the VMs are: the day's swing, a slow wander and a quick one, as a function of seed and time. */
final class Load {

    private static final long DAY = 24L * 3600 * 1000;
    /** It is half past nine when the simulation begins: the site is at work. */
    private static final long BEGINS = 9 * 3_600_000L + 1_800_000;

    private final Chance chance;

    Load(SimSpec spec) {
        this.chance = new Chance(spec.seed());
    }

    /** The share of its processors that a VM keeps busy. */
    double of(SimVm vm, long millis) {
        SimVm.Work work = vm.shape().work();
        double slow = wander(vm, 0, millis, 90_000) - 0.5;
        double quick = wander(vm, 1, millis, 7_000) - 0.5;
        double load = work.load() * (0.45 + 0.75 * day(millis)) * (1 + 0.9 * slow + 0.6 * quick);
        return Math.clamp(load, 0.005, 0.995);
    }

    /** Bytes of pages that it touches a second, were they all different. */
    double writes(SimVm vm, long millis) {
        return vm.shape().work().writes()
                * (0.4 + 0.6 * Math.min(1, of(vm, millis) / vm.shape().work().load()));
    }

    /** Distinct bytes it dirties within a second: what a dirty rate measurement finds, capped by the working set. */
    long dirtied(SimVm vm, long millis) {
        double set = Math.max(4096, vm.workingSet());
        return (long) (set * -StrictMath.expm1(-writes(vm, millis) / set)) & -4096L;
    }

    double wander(SimVm vm, int figure, long millis, long period) {
        return chance.wander(Keys.figure(figure, vm.index()), millis, period);
    }

    /** 0 at night, 1 in the afternoon. */
    private static double day(long millis) {
        double hour = (double) Math.floorMod(millis + BEGINS, DAY) / DAY;
        return 0.5 - 0.5 * StrictMath.cos(2 * StrictMath.PI * (hour - 0.08));
    }
}
