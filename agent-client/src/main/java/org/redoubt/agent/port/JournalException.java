package org.redoubt.agent.port;

/** The journal could not be written or read; the message says which file and what to do. */
public class JournalException extends Exception {
    private static final long serialVersionUID = 1;

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }

    public JournalException(String message) {
        super(message);
    }
}
