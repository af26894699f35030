package org.redoubt.agent.sim;

import static org.redoubt.topology.model.Attributes.*;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.redoubt.agent.sim.Trouble.Line;
import org.redoubt.agent.sim.plant.Keys;
import org.redoubt.agent.sim.plant.Page;
import org.redoubt.agent.sim.plant.SimHost;
import org.redoubt.agent.sim.plant.SimVm;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;
import org.redoubt.topology.model.RunState;
import org.redoubt.topology.model.Source;

/** What libvirt says on one host: of the host, of each VM there, and of the link to it. */
final class HypervisorVoice extends Voice {

    /** All that it ever says of a VM: what it takes back when the VM is gone from there. */
    private static final List<Attribute<?>> OF_A_VM = List.of(
            NAME,
            RUNS_ON,
            STATE,
            STATE_REASON,
            PERSISTENT,
            ARCH,
            CPU_MODEL,
            CPU_FEATURES,
            CPUS,
            MEMORY,
            CPU_LOAD,
            NEEDS_NETWORKS,
            NEEDS_VOLUMES,
            TAGS,
            MEMORY_USED,
            DIRTY_RATE,
            DISK_READ,
            DISK_WRITE,
            NET_RECEIVED,
            NET_SENT,
            JOB);

    private static final long MIB = 1L << 20;

    private final SimHost host;
    private final Set<ElementId> held = new HashSet<>();
    private boolean complained;

    HypervisorVoice(SimHost host, long period) {
        super(new Source("libvirt", host.name()), period);
        this.host = host;
    }

    @Override
    void speak(SimWorld world, Page page, boolean all) {
        Line line = world.line(host);
        if (line.state() == null) {
            return;
        }
        page.say(host.id(), LINK, line.state());
        if (!line.detail().isEmpty()) {
            page.say(host.id(), LINK_DETAIL, line.detail());
        } else if (complained) {
            page.gone(host.id(), LINK_DETAIL);
        }
        complained = !line.detail().isEmpty();
        if (!line.answers()) {
            return;
        }
        if (all) {
            capabilities(world, page);
        }
        figures(world, page);
        Set<ElementId> before = Set.copyOf(held);
        held.clear();
        for (SimVm vm : host.vms()) {
            held.add(vm.id());
            boolean fresh = all || !before.contains(vm.id());
            vm(world, page, vm, fresh);
        }
        for (Transfer transfer : world.migrations().to(host)) {
            held.add(transfer.vm.id());
            arriving(page, transfer.vm, all || !before.contains(transfer.vm.id()));
        }
        for (ElementId gone : before) {
            if (!held.contains(gone)) {
                OF_A_VM.forEach(attribute -> page.gone(gone, attribute));
            }
        }
    }

    private void capabilities(SimWorld world, Page page) {
        SimHost.Shape shape = host.shape();
        page.say(
                        host.id(),
                        HARDWARE_UUID,
                        world.chance().uuid(Keys.HOST_UUID, host.index()).toString())
                .say(host.id(), DRIVER, "QEMU")
                .say(host.id(), HYPERVISOR_VERSION, "9.2.4")
                .say(host.id(), LIBVIRT_VERSION, "11.0.0")
                .say(host.id(), ARCH, "x86_64")
                .say(host.id(), CPU_MODEL, shape.cpu().model())
                .say(host.id(), CPU_FEATURES, shape.cpu().features())
                .say(host.id(), CPUS, (long) shape.cpus())
                .say(host.id(), MEMORY, shape.memory())
                .say(host.id(), OFFERS, shape.networks());
    }

    private void figures(SimWorld world, Page page) {
        double busy = 0;
        for (SimVm vm : host.vms()) {
            if (vm.shape().runs()) {
                busy += world.load().of(vm, world.now()) * vm.shape().cpus();
            }
        }
        boolean cutOff = true;
        for (int i = 0; i < host.hbas().size(); i++) {
            cutOff &= world.trouble(Trouble.Kind.HBA_LOST, host.index(), i) != null;
        }
        beat(world, page, host.id(), Keys.figure(2, 3_000_000L + host.index()), 40);
        page.say(
                        host.id(),
                        LATENCY,
                        350
                                + (long) (900
                                        * world.chance()
                                                .wander(Keys.figure(7, 1_000_000L + host.index()), world.now(), 5_000)))
                .say(host.id(), MEMORY_FREE, world.free(host))
                .say(
                        host.id(),
                        CPU_LOAD,
                        hundredths(Math.min(1, busy / host.shape().cpus())))
                .say(host.id(), REACHES, cutOff ? List.of() : host.shape().volumes());
    }

    private void vm(SimWorld world, Page page, SimVm vm, boolean all) {
        RunState state = world.state(vm);
        if (all) {
            definition(page, vm);
        }
        page.say(vm.id(), STATE, state)
                .say(vm.id(), STATE_REASON, reason(vm, state))
                .say(vm.id(), JOB, world.job(vm));
        if (!vm.shape().runs()) {
            return;
        }
        page.say(vm.id(), RUNS_ON, host.id());
        long now = world.now();
        Load load = world.load();
        double busy = load.of(vm, now);
        SimVm.Work work = vm.shape().work();
        double reads = busy * (0.3 + 0.7 * load.wander(vm, 2, now, 11_000));
        double talks = busy * (0.5 + load.wander(vm, 3, now, 6_000));
        page.say(vm.id(), CPU_LOAD, hundredths(busy))
                .say(
                        vm.id(),
                        MEMORY_USED,
                        (long) (vm.used() * (0.97 + 0.03 * load.wander(vm, 4, now, 60_000))) / MIB * MIB)
                .say(vm.id(), DIRTY_RATE, load.dirtied(vm, now))
                .say(vm.id(), DISK_READ, blocks(work.disk() * reads))
                .say(vm.id(), DISK_WRITE, blocks(work.disk() * busy * 0.5))
                .say(vm.id(), NET_RECEIVED, blocks(work.net() * talks * 0.4))
                .say(vm.id(), NET_SENT, blocks(work.net() * talks));
    }

    /** A VM whose memory is coming in: there, and paused until all of it is. */
    private void arriving(Page page, SimVm vm, boolean all) {
        if (all) {
            definition(page, vm);
        }
        page.say(vm.id(), STATE, RunState.PAUSED)
                .say(vm.id(), STATE_REASON, "migration")
                .say(vm.id(), JOB, Job.MIGRATING_IN)
                .say(vm.id(), RUNS_ON, host.id());
    }

    private static void definition(Page page, SimVm vm) {
        SimVm.Shape shape = vm.shape();
        page.say(vm.id(), NAME, shape.name())
                .say(vm.id(), PERSISTENT, true)
                .say(vm.id(), ARCH, "x86_64")
                .say(vm.id(), CPU_MODEL, shape.cpu().model())
                .say(vm.id(), CPU_FEATURES, shape.cpu().features())
                .say(vm.id(), CPUS, (long) shape.cpus())
                .say(vm.id(), MEMORY, shape.memory())
                .say(vm.id(), NEEDS_NETWORKS, shape.networks())
                .say(vm.id(), NEEDS_VOLUMES, shape.volumes());
        if (shape.work() == SimVm.Work.DATABASE) {
            page.say(vm.id(), TAGS, List.of("database"));
        }
    }

    private static String reason(SimVm vm, RunState state) {
        return switch (state) {
            case PAUSED -> "migration";
            case SHUT_OFF -> "shutdown";
            default -> vm.hasMoved() ? "migrated" : "booted";
        };
    }

    private static double hundredths(double share) {
        return Math.round(share * 100) / 100.0;
    }

    private static long blocks(double bytes) {
        return (long) bytes / 1024 * 1024;
    }
}
