package org.redoubt.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.topology.model.ElementId;

/** A site of real hosts together with what its file says of them. */
record FiledSite(FactSource file, SiteAgents hosts) implements SiteAgents {

    @Override
    public String name() {
        return hosts.name();
    }

    @Override
    public List<FactSource> sources() {
        List<FactSource> sources = new ArrayList<>(hosts.sources());
        sources.addFirst(file);
        return List.copyOf(sources);
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return hosts.agent(host);
    }

    @Override
    public boolean simulated() {
        return hosts.simulated();
    }

    @Override
    public void close() {
        hosts.close();
    }
}
