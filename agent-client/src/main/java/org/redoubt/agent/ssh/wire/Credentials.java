package org.redoubt.agent.ssh.wire;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What this desk may show of itself. There is no password and no passphrase: a key that has one is used through the
 * ssh-agent.
 *
 * @param key the one key that is meant, where one is; the ssh-agent is then asked for no other
 * @param usual the files that are tried where no key is named
 * @param agent the socket of the ssh-agent, where one runs
 */
public record Credentials(Optional<Path> key, List<Path> usual, Optional<Path> agent) {
    public Credentials {
        usual = List.copyOf(usual);
    }
}
