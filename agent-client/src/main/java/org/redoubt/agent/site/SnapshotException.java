package org.redoubt.agent.site;

/** A file that is no snapshot, or none that this Redoubt understands wholly; the message says where and what. */
public final class SnapshotException extends Exception {
    private static final long serialVersionUID = 1;

    SnapshotException(String message) {
        super(message);
    }
}
