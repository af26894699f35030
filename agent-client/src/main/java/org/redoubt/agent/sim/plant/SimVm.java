package org.redoubt.agent.sim.plant;

import java.util.List;
import org.redoubt.topology.model.ElementId;

/** A VM of the simulated site: what it is, and the one thing of it that changes, the host it is on. */
public final class SimVm {

    /**
     * What kind of work it does, which settles how it loads its host and how it writes its memory.
     *
     * @param used the share of its memory that it has touched
     * @param hot the share of its memory that it writes to again and again
     * @param writes bytes of pages it touches a second at full load
     * @param load the share of its processors that it keeps busy by day
     * @param disk bytes a second at full load
     * @param net bytes a second at full load
     */
    public enum Work {
        IDLE(0.45, 0.01, 1e6, 0.03, 50e3, 20e3),
        OFFICE(0.60, 0.03, 12e6, 0.18, 1e6, 600e3),
        WEB(0.70, 0.04, 40e6, 0.35, 900e3, 18e6),
        DATABASE(0.92, 0.07, 90e6, 0.40, 45e6, 9e6),
        BATCH(0.80, 0.12, 260e6, 0.65, 70e6, 4e6),
        /** Writes all over a large part of its memory, faster than a 10 Gb/s link can copy it. */
        CACHE(0.97, 0.25, 2.6e9, 0.55, 200e3, 60e6);

        private final double used;
        private final double hot;
        private final double writes;
        private final double load;
        private final double disk;
        private final double net;

        Work(double used, double hot, double writes, double load, double disk, double net) {
            this.used = used;
            this.hot = hot;
            this.writes = writes;
            this.load = load;
            this.disk = disk;
            this.net = net;
        }

        public double writes() {
            return writes;
        }

        public double load() {
            return load;
        }

        public double disk() {
            return disk;
        }

        public double net() {
            return net;
        }
    }

    /** What is fixed of it. {@code features} are what its guest was shown of the CPU: a host needs all of them. */
    public record Shape(
            String name,
            long memory,
            int cpus,
            Work work,
            Cpu cpu,
            List<ElementId> networks,
            List<ElementId> volumes,
            boolean runs) {}

    private final int index;
    private final ElementId id;
    private final Shape shape;
    private SimHost host;
    private boolean moved;

    SimVm(int index, String uuid, Shape shape, SimHost host) {
        this.index = index;
        this.id = ElementId.vm(uuid);
        this.shape = shape;
        this.host = host;
        host.take(this);
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

    public SimHost host() {
        return host;
    }

    public void moveTo(SimHost other) {
        host.give(this);
        host = other;
        other.take(this);
        moved = true;
    }

    /** Whether it came to its host by a migration. */
    public boolean hasMoved() {
        return moved;
    }

    public long memory() {
        return shape.memory();
    }

    /** The bytes that are not all zero: what a migration has to send at least once. */
    public long used() {
        return (long) (shape.memory() * shape.work().used);
    }

    public long workingSet() {
        return (long) (shape.memory() * shape.work().hot);
    }

    @Override
    public String toString() {
        return shape.name();
    }
}
