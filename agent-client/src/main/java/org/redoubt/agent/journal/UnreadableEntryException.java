package org.redoubt.agent.journal;

/** A line is whole, but says nothing that this Redoubt understands. */
final class UnreadableEntryException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableEntryException(String message) {
        super(message);
    }
}
