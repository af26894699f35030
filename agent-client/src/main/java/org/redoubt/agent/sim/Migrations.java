package org.redoubt.agent.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redoubt.agent.sim.Transfer.Phase;
import org.redoubt.agent.sim.Trouble.Kind;
import org.redoubt.agent.sim.Trouble.Line;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.plan.JobFigures;
import org.redoubt.topology.plan.Tuning;

/** The migrations that are going on in a world: how they begin, what they share, and what comes between. */
final class Migrations {

    private final SimWorld world;
    private final List<Transfer> transfers = new ArrayList<>();
    /** The figures of the migration by which each VM came to its host. */
    private final Map<SimVm, JobFigures> arrivals = new HashMap<>();

    private final Set<SimHost> touched = new LinkedHashSet<>();
    private long begun;

    Migrations(SimWorld world) {
        this.world = world;
    }

    boolean any() {
        return !transfers.isEmpty();
    }

    /** The one of this VM, or null. */
    Transfer of(SimVm vm) {
        for (Transfer transfer : transfers) {
            if (transfer.vm == vm) {
                return transfer;
            }
        }
        return null;
    }

    /** What the host that has it tells of the migration by which it came. */
    JobFigures arrival(SimVm vm) {
        return arrivals.getOrDefault(vm, JobFigures.NONE);
    }

    /** Those whose memory is coming in at a host. */
    List<Transfer> to(SimHost host) {
        if (transfers.isEmpty()) {
            return List.of();
        }
        return transfers.stream()
                .filter(transfer -> transfer.to == host && transfer.phase().prepared())
                .toList();
    }

    /** The hosts on which one came a step further since this was last asked, those that lose a VM first. */
    List<SimHost> touched() {
        List<SimHost> hosts = List.copyOf(touched);
        touched.clear();
        return hosts;
    }

    /**
     * Begins to move a VM, at the next step. What speaks against it is found out by the hosts, and then it fails as
     * libvirt would let it fail.
     */
    Transfer begin(SimVm vm, SimHost to, Tuning tuning) {
        long number = begun++;
        Transfer transfer = new Transfer(
                vm,
                to,
                tuning,
                world.now(),
                110 + 140 * world.chance().share(Keys.SETUP, number),
                12 + vm.shape().cpus() + 10 * world.chance().share(Keys.SWITCHOVER, number));
        Job job = world.job(vm);
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

    /** What happens in one quantum, which ends now. */
    void step() {
        List<Transfer> sending = transfers.stream()
                .filter(transfer -> transfer.sends() && !stalled(transfer))
                .toList();
        double[] share = Traffic.share(sending, true);
        double[] link = Traffic.share(sending, false);
        for (Transfer transfer : List.copyOf(transfers)) {
            Phase before = transfer.phase();
            int place = sending.indexOf(transfer);
            if (transfer.begins > world.now() - SimWorld.QUANTUM) {
                continue;
            }
            interrupt(transfer);
            if (!transfer.phase().over() && !stalled(transfer)) {
                transfer.run(
                        SimWorld.QUANTUM,
                        place < 0 ? 0 : share[place],
                        place < 0 ? 0 : link[place],
                        world.load().writes(transfer.vm, world.now()));
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
            arrivals.put(transfer.vm, transfer.figures());
        }
    }

    /** A libvirtd that hangs neither begins nor ends anything. */
    private boolean stalled(Transfer transfer) {
        return world.befalls(Kind.AGENT_HANGS, transfer.from.index())
                || world.befalls(Kind.AGENT_HANGS, transfer.to.index());
    }

    private void interrupt(Transfer transfer) {
        SimHost to = transfer.to;
        Line line = world.line(to);
        if (world.dead(transfer.from) || world.befalls(Kind.AGENT_GONE, transfer.from.index())) {
            transfer.fail("internal error: client socket is closed");
        } else if (line.state() == LinkState.UNREACHABLE || world.dead(to)) {
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
        } else if (world.free(to) < 0) {
            transfer.fail("internal error: process exited while connecting to monitor: qemu-system-x86_64:"
                    + " cannot set up guest memory 'pc.ram': Cannot allocate memory");
        }
    }
}
