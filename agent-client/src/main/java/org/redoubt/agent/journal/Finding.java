package org.redoubt.agent.journal;

/**
 * Something that verifying a journal came upon.
 *
 * @param file the file's name
 * @param line the line in it, from 1; 0 when the whole file is meant
 * @param says what is the matter
 * @param damage whether something that was acknowledged is no longer as it was written; otherwise it is the ordinary
 *     trace of a crash, which the next start mends
 */
public record Finding(String file, long line, String says, boolean damage) {

    static Finding damage(String file, long line, String says) {
        return new Finding(file, line, says, true);
    }

    static Finding trace(String file, long line, String says) {
        return new Finding(file, line, says, false);
    }

    @Override
    public String toString() {
        return (line > 0 ? file + " line " + line : file) + ": " + says;
    }
}
