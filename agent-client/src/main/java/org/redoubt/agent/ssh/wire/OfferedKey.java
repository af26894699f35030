package org.redoubt.agent.ssh.wire;

import java.util.Base64;

/**
 * The key that a host showed of which nothing was known.
 *
 * @param host as known_hosts files name it
 * @param key in SSH's own form
 * @param fingerprint as {@code ssh-keygen -l} writes it
 */
public record OfferedKey(String host, byte[] key, String fingerprint) {

    /** The line by which a known_hosts file makes it known. */
    public String line() {
        return host + " " + KnownHostLine.kind(key).orElseThrow() + " "
                + Base64.getEncoder().encodeToString(key);
    }
}
