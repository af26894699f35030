package org.redoubt.agent.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;

/** All that stands in the simulated data centre: what is fixed of it, and its hosts and VMs. */
final class Plant {

    /**
     * A switch, a fabric switch or an array: something that answers SNMP about itself and its parts (switch ports,
     * controllers).
     *
     * @param lag how far it is behind the array that it replicates, milliseconds; 0 for one that replicates none
     */
    record Device(ElementId id, List<Assertion<?>> fixed, List<ElementId> parts, long lag) {}

    /** The NIC at the other end of a switch port. */
    record End(SimHost host, int nic) {}

    final String name;
    final List<SimCluster> clusters;
    final List<SimHost> hosts;
    final List<SimVm> vms;
    final List<Device> devices;
    /** What the site file says: all that no host reports. */
    final List<Assertion<?>> siteFile;

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
        hosts.forEach(host -> hostsById.put(host.id, host));
        for (SimHost host : hosts) {
            for (int nic = 0; nic < host.nics.size(); nic++) {
                ends.put(host.nics.get(nic).cabledTo(), new End(host, nic));
            }
        }
        vms.forEach(vm -> vmsById.put(vm.id, vm));
    }

    static Plant of(SimSpec spec) {
        return spec.demo() ? new DemoPlan(spec).build() : new SizedPlan(spec).build();
    }

    /** The host, or null. */
    SimHost host(ElementId id) {
        return hostsById.get(id);
    }

    /** What is plugged into a switch port, or null. */
    End endAt(ElementId switchPort) {
        return ends.get(switchPort);
    }

    /** The VM, or null. */
    SimVm vm(ElementId id) {
        return vmsById.get(id);
    }
}
