package org.redoubt.agent.site;

import java.util.List;
import java.util.stream.Collectors;
import org.redoubt.agent.site.text.Problem;

/** A site file that cannot be used. It names everything that is wrong with it at once, and what to write instead. */
public final class SiteFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    SiteFileException(String file, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(file)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the file. */
    List<Problem> problems() {
        return problems;
    }
}
