package org.redoubt.agent.port;

import java.util.List;
import java.util.Map;

/** What a cluster says of where its resources are, when one of its nodes is asked. */
public sealed interface Residence {

    /**
     * It answered.
     *
     * @param node as which the cluster knows the host that was asked
     * @param places the nodes on which each resource is active
     * @param settled whether the cluster has done all that it means to do
     * @param ruled whether a rule still holds the resource that was asked about where somebody moved it
     */
    record Told(String node, Map<String, List<String>> places, boolean settled, boolean ruled) implements Residence {
        public Told {
            places = Map.copyOf(places);
        }

        /** The nodes on which a resource is active. */
        public List<String> of(String resource) {
            return places.getOrDefault(resource, List.of());
        }
    }

    /** It could not be asked, or its answer was not understood. Nothing follows from that. */
    record Untold(String why) implements Residence {}
}
