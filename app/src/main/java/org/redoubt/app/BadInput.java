package org.redoubt.app;

/** What was asked for cannot be done as asked; the message says why, and what would do. Nothing was done. */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
