package org.redoubt.agent.probe;

import java.util.regex.Pattern;

/**
 * One thing that a host is asked: a fixed piece of shell, in which nothing that comes from outside ever stands.
 *
 * @param name a word, by which the answer is found again
 * @param script what sh(1) runs; its standard output is the answer, its exit code the answer's
 * @param every in which rounds it is asked: each {@code every}-th of a connection, the first one always
 * @param seconds how long it may take
 */
public record Question(String name, String script, int every, int seconds) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    public Question {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a question's name is a word: " + name);
        }
        if (every < 1 || seconds < 1) {
            throw new IllegalArgumentException(name + " is asked every " + every + ", for " + seconds + " s");
        }
        // csh, as a login shell, ends a quoted word with its line
        if (script.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(name + " is asked in more than one line");
        }
    }

    /** Whether it is asked in that round of a connection, the first being 0. */
    public boolean asked(long round) {
        return round % every == 0;
    }
}
