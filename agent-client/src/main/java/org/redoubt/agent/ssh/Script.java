package org.redoubt.agent.ssh;

import java.util.List;
import org.redoubt.agent.probe.Question;

/**
 * The probe as a host runs it: always the same text. It says that it runs, by an empty line; what differs from round to
 * round then comes on its standard input, in one line: a number that nobody can guess, and the names of the questions. That number ends each answer, so that no answer's
 * text can end one; it is in no argv, where others on the host could read it.
 */
final class Script {

    /** What the first line says besides the number: the form in which the answers come. */
    static final String BEGIN = "begin 1";

    static final String END = "end";

    private final String command;

    Script(List<Question> questions) {
        this.command = "sh -c " + quoted(text(questions));
    }

    /** What is given to SSH's exec, for whatever shell the user has there. */
    String command() {
        return command;
    }

    /** What that command then reads. */
    static String line(String number, List<Question> asked) {
        StringBuilder line = new StringBuilder(number);
        asked.forEach(question -> line.append(' ').append(question.name()));
        return line.append('\n').toString();
    }

    private static String text(List<Question> questions) {
        StringBuilder text = new StringBuilder("echo; read -r n a || exit 64;"
                + " LC_ALL=C; PATH=/usr/sbin:/usr/bin:/sbin:/bin; export LC_ALL PATH; unset LANGUAGE ENV BASH_ENV IFS;"
                + " r() { timeout -k 1 \"$1\" sh -c \"$2\" </dev/null 2>/dev/null; printf '\\n%s %s %d\\n' \"$n\" \"$q\" \"$?\"; };"
                + " printf '\\n%s " + BEGIN + "\\n' \"$n\"; for q in $a; do case $q in ");
        for (Question question : questions) {
            text.append(question.name())
                    .append(") r ")
                    .append(question.seconds())
                    .append(' ')
                    .append(quoted(question.script()))
                    .append(";; ");
        }
        return text.append("esac; done; times; printf '\\n%s " + END + " 0\\n' \"$n\"")
                .toString();
    }

    /** As one word of any shell. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
