package org.redoubt.agent.ssh.wire;

/** An SSH connection that did not come about, or broke. Its message is for people, and holds no secret. */
public final class WireFault extends Exception {

    private static final long serialVersionUID = 1;

    /** What failed; what that means for the host is not for the wire to say. */
    public enum Kind {
        /** The name service knows no such host. */
        NO_SUCH_NAME,
        /** No way leads there. */
        NO_ROUTE,
        /** Nothing came in the time that it was given. */
        NO_ANSWER,
        /** The machine answers, and nothing listens there. */
        REFUSED,
        /** Something else than SSH speaks there, or an SSH that has no algorithm in common with ours. */
        NOT_OURS,
        /** No known_hosts file says anything of it. */
        UNKNOWN_KEY,
        /** It is known by another key than the one it showed. */
        CHANGED_KEY,
        /** The key it showed, or the one that signed it, is marked {@code @revoked}. */
        REVOKED_KEY,
        /** It showed a certificate of a trusted authority that is not good for it, or not now. */
        BAD_CERTIFICATE,
        /** A known_hosts file is there and cannot be read: what it revokes is not known. */
        NO_KNOWN_HOSTS,
        /** It accepted none of this desk's keys. */
        REJECTED,
        /** This desk has no key to show. */
        NO_KEY,
        /** It let this desk in, and ran nothing. */
        NO_SHELL,
        /** The connection broke. */
        BROKEN
    }

    private final Kind kind;

    public WireFault(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public WireFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
