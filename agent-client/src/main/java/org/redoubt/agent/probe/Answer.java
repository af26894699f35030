package org.redoubt.agent.probe;

import java.util.Objects;

/**
 * What one command on a host answered. Hostile until read.
 *
 * @param question the command's name in the probe, such as {@code multipath}; not its argv
 * @param exit as a shell tells it; {@link #TIMED_OUT} and {@link #NO_SUCH_COMMAND} are those of timeout(1) and sh(1).
 *     Where it is 0 the text is whole; the transport knows where an answer ends
 * @param text its standard output, malformed UTF-8 replaced
 */
public record Answer(String question, int exit, String text) {

    /** It did not end in the time that it was given. */
    public static final int TIMED_OUT = 124;

    /** The host has no such command: what it would tell of is not there, or cannot be known this way. */
    public static final int NO_SUCH_COMMAND = 127;

    /** It was longer than anybody reads; the text is empty. No command exits so. */
    public static final int TOO_LONG = -1;

    public Answer {
        Objects.requireNonNull(question);
        Objects.requireNonNull(text);
    }

    public boolean succeeded() {
        return exit == 0;
    }
}
