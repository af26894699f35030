package org.redoubt.agent.ssh.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that a connection needs to know.
 *
 * @param jump a machine by way of which the target is reached; its host key is checked as any other's
 * @param knownHosts files that tell host keys; those that are not there say nothing
 */
public record Login(Target target, Optional<Target> jump, Credentials credentials, List<Path> knownHosts) {
    public Login {
        knownHosts = List.copyOf(knownHosts);
    }
}
