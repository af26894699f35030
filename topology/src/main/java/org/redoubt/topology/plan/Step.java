package org.redoubt.topology.plan;

import org.redoubt.topology.model.ElementId;

/** One action on one host. It is journalled before it is sent and read back afterwards. */
public sealed interface Step {

    /** The host whose agent performs it. */
    ElementId actor();

    /** What it acts on. */
    ElementId subject();

    /** Moves a running VM: live, peer to peer, its memory copied while it runs. */
    record Migrate(ElementId vm, ElementId from, ElementId to, Tuning tuning) implements Step {
        public Migrate {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a migration from " + from + " to itself");
            }
        }

        @Override
        public ElementId actor() {
            return from;
        }

        @Override
        public ElementId subject() {
            return vm;
        }
    }
}
