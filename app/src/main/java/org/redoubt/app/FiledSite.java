package org.redoubt.app;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.redoubt.agent.pacemaker.PacemakerHand;
import org.redoubt.agent.port.ClusterAgent;
import org.redoubt.agent.port.FactSource;
import org.redoubt.agent.port.HostAgent;
import org.redoubt.agent.port.HostKeys;
import org.redoubt.agent.port.SiteAgents;
import org.redoubt.agent.site.SiteFileSource;
import org.redoubt.agent.ssh.SshSources;
import org.redoubt.topology.model.ElementId;

/**
 * A site of real hosts: what its file says of them, where it has one, their hypervisors, and what they answer over SSH.
 * Acted on are the hypervisors, and over SSH the clusters that own VMs.
 */
record FiledSite(Optional<SiteFileSource> file, SiteAgents hosts, SshSources ssh) implements SiteAgents {

    @Override
    public String name() {
        return hosts.name();
    }

    @Override
    public List<FactSource> sources() {
        Stream<FactSource> hypervisors = hosts.sources().stream()
                .map(source -> file.isPresent() ? file.get().overheard(source) : source);
        return Stream.concat(file.stream(), Stream.concat(hypervisors, ssh.sources().stream()))
                .toList();
    }

    @Override
    public Optional<HostAgent> agent(ElementId host) {
        return hosts.agent(host);
    }

    /** Where this desk may act on the host at all. */
    @Override
    public Optional<ClusterAgent> cluster(ElementId host) {
        return hosts.agent(host).flatMap(agent -> ssh.shell(host)).map(shell -> new PacemakerHand(host, shell));
    }

    @Override
    public Optional<HostKeys> hostKeys() {
        return Optional.of(ssh.hostKeys(new Workstation(System.getenv()).knownHosts()));
    }

    @Override
    public boolean simulated() {
        return hosts.simulated();
    }

    @Override
    public void close() {
        ssh.close();
        hosts.close();
    }
}
