package org.redoubt.agent.pacemaker;

import java.util.Optional;
import org.redoubt.agent.pacemaker.read.ClusterNode;
import org.redoubt.topology.model.ElementId;

/** A cluster of the site, and which host each of its nodes is. */
interface Members {

    /** The cluster itself. */
    ElementId id();

    /** The host that a node is; empty where none can be told, for a host is never made up. */
    Optional<ElementId> host(ClusterNode node);

    /** The host that is meant by a node's name. */
    Optional<ElementId> host(String name);
}
