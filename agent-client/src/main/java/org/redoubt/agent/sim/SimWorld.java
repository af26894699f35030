package org.redoubt.agent.sim;

import java.util.List;
import org.redoubt.agent.sim.Transfer.Phase;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.Trouble.Line;
import org.redoubt.agent.sim.plant.Chance;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;

/**
 * The simulated data centre at a moment. The same seed, the same time and the same migrations begun at the same moments
 * give the same state, in however many steps it is advanced. One thread at a time.
 */
public final class SimWorld {

    /** Migrations are computed in steps of this, counted from time 0: so nobody's steps matter. */
    static final long QUANTUM = 50;

    /** How long before a snapshot its observer began to listen, at most. */
    private static final long WATCHED = 3_600_000;

    private final Plant plant;
    private final Story story;
    private final Load load;
    private final Chance chance;
    private final Migrations migrations = new Migrations(this);
    private List<Trouble> troubles;
    private long now;

    public SimWorld(SimSpec spec) {
        plant = spec.demo()
                ? Plant.demo(spec.name(), spec.seed())
                : Plant.sized(spec.name(), spec.hosts(), spec.vms(), spec.seed());
        story = new Story(spec, plant);
        load = new Load(spec);
        chance = new Chance(spec.seed());
        troubles = story.at(0);
    }

    /**
     * What a desk that had been listening knows at the moment of {@code spec}: the same spec gives an equal site.
     */
    public static Site siteAt(SimSpec spec) {
        SimWorld world = new SimWorld(spec);
        long from = Math.max(0, spec.millis() - WATCHED);
        world.advance(from);
        Reporter reporter = new Reporter(world, at -> at - from);
        reporter.openAll();
        Site site = Site.empty(world.plant.name());
        for (Reporter.Heard heard : reporter.leap(spec.millis())) {
            site = Folding.fold(site, heard.report());
        }
        return Folding.fold(site, new Fact.Tick(spec.millis() - from));
    }

    /** Simulated milliseconds. */
    public long now() {
        return now;
    }

    Plant plant() {
        return plant;
    }

    Story story() {
        return story;
    }

    Load load() {
        return load;
    }

    Chance chance() {
        return chance;
    }

    /** Lets time pass; a moment that has passed already changes nothing. */
    public void advance(long toMillis) {
        while (now < toMillis) {
            long next = toMillis;
            if (migrations.any()) {
                next = Math.min(toMillis, nextQuantum());
            }
            now = next;
            troubles = story.at(now);
            if (migrations.any() && now % QUANTUM == 0) {
                migrations.step();
            }
        }
    }

    /** The end of the step of migrations that is going on. */
    long nextQuantum() {
        return (now / QUANTUM + 1) * QUANTUM;
    }

    // --- what is wrong now

    /** The trouble of this kind that befalls a thing's part now, or null. */
    Trouble trouble(Kind kind, int thing, int part) {
        for (Trouble trouble : troubles) {
            if (trouble.kind() == kind && trouble.thing() == thing && trouble.part() == part) {
                return trouble;
            }
        }
        return null;
    }

    boolean befalls(Kind kind, int thing) {
        for (Trouble trouble : troubles) {
            if (trouble.kind() == kind && trouble.thing() == thing) {
                return true;
            }
        }
        return false;
    }

    /** How a host's agent is heard. */
    Line line(SimHost host) {
        Line worst = Line.GOOD;
        for (Trouble trouble : troubles) {
            if (trouble.thing() == host.index() && trouble.kind().befallsAgent()) {
                worst = trouble.line(host.name(), now);
                if (trouble.kind() == Kind.HOST_DEAD) {
                    return worst;
                }
            }
        }
        return worst;
    }

    boolean dead(SimHost host) {
        return befalls(Kind.HOST_DEAD, host.index());
    }

    // --- VMs

    RunState state(SimVm vm) {
        if (!vm.shape().runs()) {
            return RunState.SHUT_OFF;
        }
        Transfer transfer = migrations.of(vm);
        return transfer != null && transfer.phase() == Phase.SWITCHING ? RunState.PAUSED : RunState.RUNNING;
    }

    Job job(SimVm vm) {
        if (migrations.of(vm) != null) {
            return Job.MIGRATING_OUT;
        }
        return befalls(Kind.VM_BUSY, vm.index()) ? Job.OTHER : Job.NONE;
    }

    /** Memory that is free on a host: all of it but what its VMs hold, those that are on their way to it too. */
    long free(SimHost host) {
        long arriving = migrations.to(host).stream()
                .mapToLong(transfer -> transfer.vm.memory())
                .sum();
        return host.shape().memory() - host.held() - arriving;
    }

    // --- migrations

    /** Those that are going on, and how new ones begin. */
    Migrations migrations() {
        return migrations;
    }
}
