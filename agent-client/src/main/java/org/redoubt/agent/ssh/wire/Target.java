package org.redoubt.agent.ssh.wire;

/**
 * Where somebody logs in.
 *
 * @param user the account there
 * @param host a name or an address, without brackets
 */
public record Target(String user, String host, int port) {

    public static final int USUAL_PORT = 22;

    public Target {
        if (user.isEmpty() || host.isEmpty() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no place to log in: " + user + "@" + host + ":" + port);
        }
    }

    /** As known_hosts files name it. */
    String knownAs() {
        return port == USUAL_PORT ? host : "[" + host + "]:" + port;
    }

    @Override
    public String toString() {
        String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return user + "@" + shown + (port == USUAL_PORT ? "" : ":" + port);
    }
}
