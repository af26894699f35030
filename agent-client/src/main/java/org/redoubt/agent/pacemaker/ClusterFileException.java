package org.redoubt.agent.pacemaker;

/** A file that is neither a CIB nor crm_mon's XML, or none that can be read; the message says which and why. */
public final class ClusterFileException extends Exception {
    private static final long serialVersionUID = 1;

    ClusterFileException(String message) {
        super(message);
    }
}
