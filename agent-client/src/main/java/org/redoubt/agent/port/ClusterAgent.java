package org.redoubt.agent.port;

import org.redoubt.topology.plan.Foresight;
import org.redoubt.topology.plan.Step;

/** The hand on a cluster, by way of one of its nodes. Its calls block, each for a bounded time. */
public interface ClusterAgent {

    /**
     * Tells the cluster what the intent says and returns when it has taken that in, not when it has done it. Only
     * {@code controllers.run} may call this.
     */
    Answer perform(Intent intent);

    /** Has the cluster rehearse a move on a copy of its configuration. It changes nothing: it is not journalled. */
    Foresight foresee(Step.ClusterMove move);

    /** Where the cluster says now that its resources are, and whether a rule holds this one. */
    Residence residence(String resource);
}
