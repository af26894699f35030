package org.redoubt.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.site.SiteFile;
import org.redoubt.agent.site.SiteFileSource;
import org.redoubt.topology.model.ElementId;

/** The site of a site file: what the file itself says, heard first, and its hosts. */
record FileSite(SiteFile file, SiteAgents hosts, DeskClock clock) implements SiteAgents {

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public List<FactSource> sources() {
        List<FactSource> sources = new ArrayList<>();
        sources.add(new SiteFileSource(file, clock));
        sources.addAll(hosts.sources());
        return sources;
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return hosts.agent(host);
    }

    @Override
    public boolean simulated() {
        return false;
    }

    @Override
    public void close() {
        hosts.close();
    }
}
