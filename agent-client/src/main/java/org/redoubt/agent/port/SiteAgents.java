package org.redoubt.agent.port;

import java.util.List;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Site;

/** All that connects this desk to one site, real or simulated: what is heard, and the hands. */
public interface SiteAgents extends AutoCloseable {

    /** The site's name, as its file calls it. */
    String name();

    /** What is known of it before anything is heard: nothing, but for a snapshot. */
    default Site initially() {
        return Site.empty(name());
    }

    /** What can be heard of it; not started. */
    List<FactSource> sources();

    /** The hand on a host; empty where the site is only looked at (a snapshot, a recording, wall mode). */
    Optional<HostAgent> agent(ElementId host);

    /** The host keys that wait for somebody to accept them; empty where nobody is logged in to. */
    default Optional<HostKeys> hostKeys() {
        return Optional.empty();
    }

    /** The hand on the cluster of a host, by way of that host; empty where nobody is asked there, or it is only looked at. */
    default Optional<ClusterAgent> cluster(ElementId host) {
        return Optional.empty();
    }

    /** Whether this is a simulated site: the window says so. */
    boolean simulated();

    /** Closes every source and hand. */
    @Override
    void close();
}
