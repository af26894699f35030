package org.redoubt.topology.model;

/** How this desk's connection to a host stands. None of these says that the host is down. */
public enum LinkState {
    CONNECTING,
    CONNECTED,
    /** Connected, but it has stopped answering: keepalives are missed. */
    HANGS,
    /** Something answered, and refused: the machine is alive, its agent is not. */
    REFUSED,
    UNREACHABLE,
    /** It was connected and the connection broke. */
    LOST,
    REJECTED,
    UNKNOWN_KEY,
    BAD_ADDRESS,
    /** This machine lacks the library that speaks to such a host. */
    NO_LIBRARY,
    /** Something else failed; the detail says what. */
    FAILED;

    public boolean connected() {
        return this == CONNECTED;
    }
}
