package org.redoubt.agent.sim;

import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Tuning;

/**
 * One live migration as QEMU does it: memory is copied pass by pass while the guest goes on writing; when what is left
 * can be sent within the allowed pause, the guest is stopped, the rest is sent, and it goes on at the other side.
 */
final class Transfer {

    enum Phase {
        /** The other host prepares; nothing of it is there yet. */
        PREPARING,
        COPYING,
        /** The guest stands still while the last of it is sent. */
        SWITCHING,
        ARRIVED,
        FAILED,
        CANCELLED;

        boolean over() {
            return this == ARRIVED || this == FAILED || this == CANCELLED;
        }

        /** Whether the other host holds the guest's memory, paused. */
        boolean prepared() {
            return this == COPYING || this == SWITCHING;
        }
    }

    /** What one thread can push into one stream. */
    static final double STREAM = 2.2e9;
    /** Pages that are all zero are only looked at. */
    private static final double SCAN = 8e9;

    private static final double DEFAULT_PAUSE_LIMIT = 300;
    private static final double THROTTLE_FIRST = 0.20;
    private static final double THROTTLE_MORE = 0.10;
    private static final double THROTTLE_MOST = 0.99;

    final SimVm vm;
    final SimHost from;
    final SimHost to;
    final Tuning tuning;
    final long begins;
    private final double setup;
    private final double deviceState;
    private final double set;

    private Phase phase = Phase.PREPARING;
    private String why = "";
    private boolean unwanted;
    private double elapsed;
    private double left;
    private double sent;
    private double rate;
    private double dirty;
    private double dirtyRate;
    private double passSent;
    private double passMillis;
    private double throttle;
    private int strikes;
    private int pass = 1;
    private double paused;
    private double pauseNeeded;

    /**
     * @param setup how long the other host takes to prepare, milliseconds
     * @param deviceState how long the devices' state and the hand-over take at the end, milliseconds
     */
    Transfer(SimVm vm, SimHost to, Tuning tuning, long begins, double setup, double deviceState) {
        this.vm = vm;
        this.from = vm.host();
        this.to = to;
        this.tuning = tuning;
        this.begins = begins;
        this.setup = setup;
        this.deviceState = deviceState;
        this.set = Math.max(4096, vm.workingSet());
        this.left = vm.memory();
    }

    Phase phase() {
        return phase;
    }

    /** Why it failed, in libvirt's words. */
    String why() {
        return why;
    }

    /** Asks it to give up. Once the guest stands still it is too late, and it goes through. */
    void cancel() {
        unwanted = true;
    }

    void fail(String because) {
        phase = Phase.FAILED;
        why = because;
    }

    /** Whether it wants the link just now. */
    boolean sends() {
        return phase.prepared();
    }

    /**
     * Goes on for a while.
     *
     * @param share what it may send, bytes a second
     * @param link what it might, were it not for the operator's limit: the last of it goes at that speed
     * @param writes what the guest writes when not throttled, bytes a second
     */
    void run(double millis, double share, double link, double writes) {
        double time = millis;
        while (time > 0 && !phase.over()) {
            double used = switch (phase) {
                case PREPARING -> prepare(time);
                case COPYING -> copy(time, share, link, writes);
                default -> switchOver(time);
            };
            elapsed += used;
            time -= used;
        }
    }

    private double prepare(double time) {
        if (unwanted) {
            phase = Phase.CANCELLED;
            return 0;
        }
        double step = Math.min(time, setup - elapsed);
        if (elapsed + step >= setup) {
            phase = Phase.COPYING;
        }
        return step;
    }

    private double copy(double time, double share, double link, double writes) {
        if (unwanted) {
            phase = Phase.CANCELLED;
            return 0;
        }
        if (share <= 0) {
            rate = 0;
            return time;
        }
        double onWire = pass == 1 ? (double) vm.used() / vm.memory() : 1;
        double speed = Math.min(share / onWire, pass == 1 ? SCAN : Double.MAX_VALUE);
        double need = left / speed * 1000;
        double step = Math.min(time, need);
        double copied = speed * step / 1000;
        rate = speed * onWire;
        left = Math.max(0, left - copied);
        sent += copied * onWire;
        passSent += copied;
        passMillis += step;
        dirty += (set - dirty) * -StrictMath.expm1(-writes * (1 - throttle) * step / 1000 / set);
        if (step >= need) {
            endPass(share, link);
        }
        return step;
    }

    /** All of this pass is sent: what was dirtied meanwhile is what is left. */
    private void endPass(double share, double link) {
        dirtyRate = passMillis > 0 ? dirty / passMillis * 1000 : dirtyRate;
        left = dirty;
        double limit = tuning.pauseLimit() > 0 ? tuning.pauseLimit() : DEFAULT_PAUSE_LIMIT;
        if (left <= share * limit / 1000) {
            phase = Phase.SWITCHING;
            pauseNeeded = deviceState + left / link * 1000;
            rate = link;
            return;
        }
        if (tuning.autoConverge() && dirty > passSent / 2 && ++strikes >= 2) {
            strikes = 0;
            throttle = throttle == 0 ? THROTTLE_FIRST : Math.min(THROTTLE_MOST, throttle + THROTTLE_MORE);
        }
        pass++;
        dirty = 0;
        passSent = 0;
        passMillis = 0;
    }

    private double switchOver(double time) {
        double step = Math.min(time, pauseNeeded - paused);
        double share = pauseNeeded > paused ? step / (pauseNeeded - paused) : 1;
        sent += left * share;
        left -= left * share;
        paused += step;
        if (paused >= pauseNeeded) {
            left = 0;
            phase = Phase.ARRIVED;
        }
        return step;
    }

    /** How much slower the guest is made to run, a share of one. */
    double throttle() {
        return throttle;
    }

    /** Its figures, as libvirt's job statistics give them. */
    JobFigures figures() {
        if (phase == Phase.PREPARING) {
            return new JobFigures(vm.memory(), 0, vm.memory(), 0, 0, 0, Math.round(elapsed), 0);
        }
        double dirties = phase == Phase.COPYING && passMillis > 0 ? dirty / passMillis * 1000 : dirtyRate;
        return new JobFigures(
                vm.memory(),
                Math.round(sent),
                Math.round(left),
                Math.round(rate),
                Math.round(dirties),
                pass,
                Math.round(elapsed),
                Math.round(paused),
                vm.memory() - vm.used(),
                Math.round(sent),
                Math.round(100 * throttle));
    }
}
