package org.redoubt.agent.sim.plant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;

/** All that stands in the simulated data centre: what is fixed of it, and its hosts and VMs. */
public final class Plant {

    public static final int DEMO_HOSTS = DemoPlan.HOSTS;
    public static final int DEMO_VMS = DemoPlan.VMS;

    /**
     * A switch, a fabric switch or an array: something that answers SNMP about itself and its parts (switch ports,
     * controllers).
     *
     * @param lag how far it is behind the array that it replicates, milliseconds; 0 for one that replicates none
     */
    public record Device(ElementId id, List<Assertion<?>> fixed, List<ElementId> parts, long lag) {}

    /** The NIC at the other end of a switch port. */
    public record End(SimHost host, int nic) {}

    private final String name;
    private final List<SimCluster> clusters;
    private final List<SimHost> hosts;
    private final List<SimVm> vms;
    private final List<Device> devices;
    private final List<Assertion<?>> siteFile;
    private final Map<ElementId, SimHost> hostsById = new HashMap<>();
    private final Map<ElementId, SimVm> vmsById = new HashMap<>();
    private final Map<ElementId, End> ends = new HashMap<>();

    Plant(
            String name,
            List<SimCluster> clusters,
            List<SimHost> hosts,
            List<SimVm> vms,
            List<Device> devices,
            List<Assertion<?>> siteFile) {
        this.name = name;
        this.clusters = List.copyOf(clusters);
        this.hosts = List.copyOf(hosts);
        this.vms = List.copyOf(vms);
        this.devices = List.copyOf(devices);
        this.siteFile = List.copyOf(siteFile);
        hosts.forEach(host -> hostsById.put(host.id(), host));
        for (SimHost host : hosts) {
            for (int nic = 0; nic < host.nics().size(); nic++) {
                ends.put(host.nics().get(nic).cabledTo(), new End(host, nic));
            }
        }
        vms.forEach(vm -> vmsById.put(vm.id(), vm));
    }

    /** The small site that is told as a story. */
    public static Plant demo(String name, long seed) {
        return new DemoPlan(name, seed).build();
    }

    public static Plant sized(String name, int hosts, int vms, long seed) {
        return new SizedPlan(name, hosts, vms, seed).build();
    }

    public String name() {
        return name;
    }

    public List<SimCluster> clusters() {
        return clusters;
    }

    public List<SimHost> hosts() {
        return hosts;
    }

    public List<SimVm> vms() {
        return vms;
    }

    public List<Device> devices() {
        return devices;
    }

    /** What the site file says: all that no host reports. */
    public List<Assertion<?>> siteFile() {
        return siteFile;
    }

    /** The host, or null. */
    public SimHost host(ElementId id) {
        return hostsById.get(id);
    }

    /** What is plugged into a switch port, or null. */
    public End endAt(ElementId switchPort) {
        return ends.get(switchPort);
    }

    /** The VM, or null. */
    public SimVm vm(ElementId id) {
        return vmsById.get(id);
    }
}
