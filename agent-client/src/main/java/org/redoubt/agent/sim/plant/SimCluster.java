package org.redoubt.agent.sim.plant;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.ElementKind;

/** A cluster of simulated hosts, with two rings over which their heartbeats go. */
public final class SimCluster {

    public static final int RINGS = 2;

    private final String name;
    private final ElementId id;
    private final String detail;
    private final List<SimHost> hosts = new ArrayList<>();

    SimCluster(String name, String detail) {
        this.name = name;
        this.id = new ElementId(ElementKind.CLUSTER, name);
        this.detail = detail;
    }

    public String name() {
        return name;
    }

    public ElementId id() {
        return id;
    }

    /** What stands beside its name; empty for most. */
    public String detail() {
        return detail;
    }

    public List<SimHost> hosts() {
        return hosts;
    }

    void take(SimHost host) {
        hosts.add(host);
    }

    public ElementId ring(int number) {
        return id.part(ElementKind.RING, Integer.toString(number));
    }

    /** One host's link on a ring: what its heartbeats come through. */
    public ElementId ringLink(int number, SimHost host) {
        return ring(number).part(ElementKind.RING, host.name());
    }

    @Override
    public String toString() {
        return name;
    }
}
