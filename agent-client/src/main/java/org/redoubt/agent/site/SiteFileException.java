package org.redoubt.agent.site;

import java.util.List;
import java.util.stream.Collectors;

/** A site file that cannot be used. It names everything that is wrong with it at once, and what to write instead. */
public final class SiteFileException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * One thing that is wrong.
     *
     * @param line from 1; 0 when the file as a whole is meant
     * @param column from 1
     * @param wrong what is wrong
     * @param instead what to write instead
     */
    public record Problem(int line, int column, String wrong, String instead) implements java.io.Serializable {
        String in(String file) {
            String where = line > 0 ? file + ":" + line + ":" + column : file;
            return where + ": " + wrong + (instead.isEmpty() ? "" : "; " + instead);
        }
    }

    private final transient List<Problem> problems;

    SiteFileException(String file, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(file)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
