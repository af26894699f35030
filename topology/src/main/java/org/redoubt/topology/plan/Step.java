package org.redoubt.topology.plan;

import org.redoubt.topology.model.ElementId;

/** One action on one host. It is journalled before it is sent and read back afterwards. */
public sealed interface Step {

    /** The host whose agent performs it. */
    ElementId actor();

    /** What it acts on. */
    ElementId subject();

    /** Something that is done to bring a VM from one host to another. */
    sealed interface Move extends Step {

        ElementId vm();

        ElementId from();

        ElementId to();

        @Override
        default ElementId subject() {
            return vm();
        }
    }

    /** Moves a running VM: live, peer to peer, its memory copied while it runs. */
    record Migrate(ElementId vm, ElementId from, ElementId to, Tuning tuning) implements Move {
        public Migrate {
            differ(from, to);
        }

        @Override
        public ElementId actor() {
            return from;
        }
    }

    /**
     * Has the cluster that owns a VM move it, by a rule with an end of its own. The node that is to take it is the one
     * that is told.
     *
     * @param resource by which id the cluster knows it
     * @param foretold what was approved with it: it is rehearsed again before it is sent, and must come to the same
     */
    record ClusterMove(ElementId vm, ElementId from, ElementId to, String resource, Foretold foretold) implements Move {
        public ClusterMove {
            differ(from, to);
        }

        @Override
        public ElementId actor() {
            return to;
        }

        /** The second half of it. */
        public ClusterClear clear() {
            return new ClusterClear(vm, from, to, resource);
        }

        /** Whether it asks the same of the cluster, whatever was foretold. */
        public boolean sameAs(ClusterMove other) {
            return clear().equals(other.clear());
        }
    }

    /** Takes back the rule by which a cluster moved a VM. */
    record ClusterClear(ElementId vm, ElementId from, ElementId to, String resource) implements Move {
        @Override
        public ElementId actor() {
            return to;
        }
    }

    private static void differ(ElementId from, ElementId to) {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a migration from " + from + " to itself");
        }
    }
}
