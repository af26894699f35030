package org.redoubt.agent.sim;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** A cluster of simulated hosts, with two rings over which their heartbeats go. */
final class SimCluster {

    static final int RINGS = 2;

    final String name;
    final ElementId id;
    /** What stands beside its name; empty for most. */
    final String detail;

    final List<SimHost> hosts = new ArrayList<>();

    SimCluster(String name, String detail) {
        this.name = name;
        this.id = new ElementId(ElementKind.CLUSTER, name);
        this.detail = detail;
    }

    ElementId ring(int number) {
        return id.part(ElementKind.RING, Integer.toString(number));
    }

    /** One host's link on a ring: what its heartbeats come through. */
    ElementId ringLink(int number, SimHost host) {
        return ring(number).part(ElementKind.RING, host.name());
    }

    @Override
    public String toString() {
        return name;
    }
}
