package org.redoubt.agent.site.text;

/**
 * One thing that is wrong with a file.
 *
 * @param line from 1; 0 when the file as a whole is meant
 * @param column from 1
 * @param wrong what is wrong
 * @param instead what to write instead
 */
public record Problem(int line, int column, String wrong, String instead) {

    /** As one line of a message. */
    public String in(String file) {
        String where = line > 0 ? file + ":" + line + ":" + column : file;
        return where + ": " + wrong + (instead.isEmpty() ? "" : "; " + instead);
    }
}
