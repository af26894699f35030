package org.redoubt.agent.ssh;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.ssh.wire.Credentials;
import org.redoubt.agent.ssh.wire.Login;
import org.redoubt.agent.ssh.wire.Target;
import org.redoubt.topology.model.ElementId;

/**
 * A host that is asked over SSH.
 *
 * @param key its key in the site
 * @param at where somebody logs in
 * @param jump by way of which machine, where it is not reached directly
 * @param keys what is shown to it
 * @param knownHosts the files that tell its host key
 */
public record SshHost(String key, Place at, Optional<Place> jump, Keys keys, List<Path> knownHosts) {

    /** An account on a machine. */
    public record Place(String user, String host, int port) {
        private Target target() {
            return new Target(user, host, port);
        }
    }

    /**
     * What this desk has to show.
     *
     * @param key the one that is meant, where one is
     * @param usual files that are tried where none is named
     * @param agent the socket of the ssh-agent, where one runs
     */
    public record Keys(Optional<Path> key, List<Path> usual, Optional<Path> agent) {}

    public SshHost {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a host needs a key");
        }
        knownHosts = List.copyOf(knownHosts);
    }

    ElementId id() {
        return ElementId.host(key);
    }

    Login login() {
        return new Login(
                at.target(),
                jump.map(Place::target),
                new Credentials(keys.key(), keys.usual(), keys.agent()),
                knownHosts);
    }
}
