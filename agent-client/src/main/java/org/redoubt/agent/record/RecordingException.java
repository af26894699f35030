package org.redoubt.agent.record;

/** A directory that is no recording, or cannot be used as one; the message says why in one line. */
public final class RecordingException extends Exception {
    private static final long serialVersionUID = 1;

    RecordingException(String message) {
        super(message);
    }
}
