package org.redoubt.agent.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redoubt.agent.probe.Round;
import org.redoubt.agent.site.Snapshot;
import org.redoubt.topology.model.ElementId;

/**
 * What was heard of a site in one round.
 *
 * @param others what was said besides: by hypervisors, the site file, and of the SSH connections; its moment is the recording's
 * @param hosts those that answered, in the order in which they were asked
 */
public record Recording(Snapshot others, List<Host> hosts) {

    public Recording {
        hosts = List.copyOf(hosts);
    }

    /**
     * A host that answered.
     *
     * @param names by which its cluster may know it
     * @param cluster what the site calls its cluster
     */
    public record Host(Round round, Set<String> names, Optional<String> cluster) {
        public Host {
            names = Set.copyOf(names);
        }

        public ElementId id() {
            return round.host();
        }
    }
}
