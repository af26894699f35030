package org.redoubt.agent.site;

import java.util.Optional;

/**
 * How a site file has all of its hosts logged in to.
 *
 * @param key the file of a private key; else the ssh-agent's keys and the usual files
 * @param knownHosts the file that tells their host keys; else the usual ones
 * @param jump a machine by way of which they are reached
 */
public record SshDefaults(Optional<String> key, Optional<String> knownHosts, Optional<SshAddress> jump) {

    /** Nothing is said. */
    public static final SshDefaults NONE = new SshDefaults(Optional.empty(), Optional.empty(), Optional.empty());
}
