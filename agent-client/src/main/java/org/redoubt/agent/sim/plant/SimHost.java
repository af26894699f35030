package org.redoubt.agent.sim.plant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;
import org.redoubt.topology.model.Owner;
import org.redoubt.topology.model.Side;

/** A host of the simulated site, its ports, and the VMs it holds just now. */
public final class SimHost {

    /**
     * What is fixed of it.
     *
     * @param owner who owns its VMs, as the site file says; null where it does not
     * @param sharedCard whether both NICs sit on one card
     * @param link bytes a second, of each NIC and of migrations
     */
    public record Shape(
            String name,
            ElementId rack,
            long memory,
            int cpus,
            Cpu cpu,
            long link,
            Owner owner,
            boolean sharedCard,
            List<ElementId> networks,
            List<ElementId> volumes) {}

    /** A NIC or an HBA: the card it sits on, and the other end of its cable. */
    public record Port(
            ElementId id, String name, Side side, String slot, ElementId card, ElementId cabledTo, long speed) {}

    private static final Comparator<SimVm> ORDER = Comparator.comparingInt(vm -> vm.index());

    private final int index;
    private final ElementId id;
    private final Shape shape;
    private final SimCluster cluster;
    private final List<Port> nics;
    private final List<Port> hbas;
    private final List<Assertion<?>> parts = new ArrayList<>();

    private final List<SimVm> vms = new ArrayList<>();

    SimHost(int index, Shape shape, SimCluster cluster, List<Port> nics, List<Port> hbas) {
        this.index = index;
        this.id = ElementId.host(shape.name());
        this.shape = shape;
        this.cluster = cluster;
        this.nics = List.copyOf(nics);
        this.hbas = List.copyOf(hbas);
        cluster.take(this);
    }

    public int index() {
        return index;
    }

    public ElementId id() {
        return id;
    }

    public Shape shape() {
        return shape;
    }

    public SimCluster cluster() {
        return cluster;
    }

    public List<Port> nics() {
        return nics;
    }

    public List<Port> hbas() {
        return hbas;
    }

    /** What its own tools always say of its cards and ports. */
    public List<Assertion<?>> parts() {
        return parts;
    }

    public ElementId supply(int number) {
        return id.part(ElementKind.POWER_SUPPLY, "psu" + number);
    }

    public ElementId bmc() {
        return new ElementId(ElementKind.BMC, name());
    }

    public String name() {
        return shape.name();
    }

    /** The VMs defined here, running or not, in the order of their index. */
    public List<SimVm> vms() {
        return vms;
    }

    void take(SimVm vm) {
        vms.add(vm);
        vms.sort(ORDER);
    }

    void give(SimVm vm) {
        vms.remove(vm);
    }

    /** The memory that running VMs hold here. */
    public long held() {
        return vms.stream()
                .filter(vm -> vm.shape().runs())
                .mapToLong(SimVm::memory)
                .sum();
    }

    @Override
    public String toString() {
        return name();
    }
}
