package org.redoubt.agent.sim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.agent.sim.Transfer.Phase;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.Trouble.Line;
import org.redoubt.agent.sim.plant.Chance;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Plant;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.fact.Folding;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Site;
import org.redoubt.topology.plan.Tuning;

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
    private final List<Transfer> transfers = new ArrayList<>();
    private final Set<SimHost> touched = new LinkedHashSet<>();
    private List<Trouble> troubles;
    private long now;
    private long begun;

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
            if (!transfers.isEmpty()) {
                next = Math.min(toMillis, nextQuantum());
            }
            now = next;
            troubles = story.at(now);
            if (!transfers.isEmpty() && now % QUANTUM == 0) {
                migrate();
            }
        }
    }

    /** The end of the step of migrations that is going on. */
    long nextQuantum() {
        return (now / QUANTUM + 1) * QUANTUM;
    }

    boolean migrating() {
        return !transfers.isEmpty();
    }

    /** The hosts on which a migration came a step further since this was last asked, those that lose a VM first. */
    List<SimHost> touched() {
        List<SimHost> hosts = List.copyOf(touched);
        touched.clear();
        return hosts;
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
        Transfer transfer = transferOf(vm);
        return transfer != null && transfer.phase() == Phase.SWITCHING ? RunState.PAUSED : RunState.RUNNING;
    }

    Job job(SimVm vm) {
        if (transferOf(vm) != null) {
            return Job.MIGRATING_OUT;
        }
        return befalls(Kind.VM_BUSY, vm.index()) ? Job.OTHER : Job.NONE;
    }

    /** The migration of a VM that is going on, or null. */
    Transfer transferOf(SimVm vm) {
        for (Transfer transfer : transfers) {
            if (transfer.vm == vm) {
                return transfer;
            }
        }
        return null;
    }

    /** The migrations that are going on to a host. */
    List<Transfer> incoming(SimHost host) {
        if (transfers.isEmpty()) {
            return List.of();
        }
        return transfers.stream()
                .filter(transfer -> transfer.to == host && transfer.phase().prepared())
                .toList();
    }

    /** Memory that is free on a host: all of it but what its VMs hold, those that are on their way to it too. */
    long free(SimHost host) {
        long arriving = incoming(host).stream()
                .mapToLong(transfer -> transfer.vm.memory())
                .sum();
        return host.shape().memory() - host.held() - arriving;
    }

    // --- migrations

    /**
     * Begins to move a VM, at the next step. What speaks against it is found out by the hosts, and then it fails as
     * libvirt would let it fail.
     */
    Transfer migrate(SimVm vm, SimHost to, Tuning tuning) {
        long number = begun++;
        Transfer transfer = new Transfer(
                vm,
                to,
                tuning,
                now,
                110 + 140 * chance.share(Keys.SETUP, number),
                12 + vm.shape().cpus() + 10 * chance.share(Keys.SWITCHOVER, number));
        Job job = job(vm);
        if (!vm.shape().runs()) {
            transfer.fail("Requested operation is not valid: domain is not running");
        } else if (job != Job.NONE) {
            transfer.fail("Timed out during operation: cannot acquire state change lock (held by monitor="
                    + (job == Job.OTHER
                            ? "remoteDispatchDomainBackupBegin)"
                            : "remoteDispatchDomainMigratePerform3Params)"));
        } else {
            transfers.add(transfer);
            touched.add(transfer.from);
        }
        return transfer;
    }

    private void migrate() {
        List<Transfer> sending = transfers.stream()
                .filter(transfer -> transfer.sends() && !stalled(transfer))
                .toList();
        double[] share = Traffic.share(sending, true);
        double[] link = Traffic.share(sending, false);
        for (Transfer transfer : List.copyOf(transfers)) {
            Phase before = transfer.phase();
            int place = sending.indexOf(transfer);
            if (transfer.begins > now - QUANTUM) {
                continue;
            }
            interrupt(transfer);
            if (!transfer.phase().over() && !stalled(transfer)) {
                transfer.run(
                        QUANTUM,
                        place < 0 ? 0 : share[place],
                        place < 0 ? 0 : link[place],
                        load.writes(transfer.vm, now));
            }
            if (before == Phase.PREPARING && transfer.phase().prepared()) {
                refuse(transfer);
            }
            if (transfer.phase() != before) {
                changed(transfer);
            }
        }
    }

    private void changed(Transfer transfer) {
        // The source says first that the guest stands still or is gone there: so nobody hears that it runs twice.
        touched.add(transfer.from);
        touched.add(transfer.to);
        if (transfer.phase().over()) {
            transfers.remove(transfer);
        }
        if (transfer.phase() == Phase.ARRIVED) {
            transfer.vm.moveTo(transfer.to);
        }
    }

    /** A libvirtd that hangs neither begins nor ends anything. */
    private boolean stalled(Transfer transfer) {
        return befalls(Kind.AGENT_HANGS, transfer.from.index()) || befalls(Kind.AGENT_HANGS, transfer.to.index());
    }

    private void interrupt(Transfer transfer) {
        SimHost to = transfer.to;
        Line line = line(to);
        if (dead(transfer.from) || befalls(Kind.AGENT_GONE, transfer.from.index())) {
            transfer.fail("internal error: client socket is closed");
        } else if (line.state() == LinkState.UNREACHABLE || dead(to)) {
            transfer.fail(
                    transfer.phase() == Phase.PREPARING
                            ? "unable to connect to server at '" + to.name() + ":16514': No route to host"
                            : "operation failed: migration out job: Unable to write to socket: Connection reset by peer");
        } else if (line.state() == LinkState.REFUSED || line.state() == LinkState.LOST) {
            transfer.fail("unable to connect to server at '" + to.name() + ":16514': Connection refused");
        }
    }

    /** What the other host finds when it prepares. */
    private void refuse(Transfer transfer) {
        SimVm.Shape vm = transfer.vm.shape();
        SimHost to = transfer.to;
        List<String> lacking = vm.cpu().lackingOn(to.shape().cpu());
        if (!lacking.isEmpty()) {
            transfer.fail("unsupported configuration: guest and host CPU are not compatible: Host CPU does not provide"
                    + " required features: " + String.join(", ", lacking));
        } else if (!to.shape().networks().containsAll(vm.networks())) {
            String missing = vm.networks().stream()
                    .filter(network -> !to.shape().networks().contains(network))
                    .findFirst()
                    .orElseThrow()
                    .key();
            transfer.fail("Network not found: no network with matching name '" + missing + "'");
        } else if (!to.shape().volumes().containsAll(vm.volumes())) {
            transfer.fail("Cannot access storage file '/dev/mapper/"
                    + vm.volumes().getFirst().key().replace('/', '-') + "': No such file or directory");
        } else if (free(to) < 0) {
            transfer.fail("internal error: process exited while connecting to monitor: qemu-system-x86_64:"
                    + " cannot set up guest memory 'pc.ram': Cannot allocate memory");
        }
    }
}
