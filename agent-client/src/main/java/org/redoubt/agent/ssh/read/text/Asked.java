package org.redoubt.agent.ssh.read.text;

import java.util.Optional;
import java.util.function.Function;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;

/**
 * What was asked of a host, answer by answer in its form. An answer that is there and cannot be read is said to be
 * {@linkplain Reading#unreadable unreadable}; one to what was not asked is only not there.
 *
 * @param absenceTells whether a question without its command, device or file has an answer: that there is nothing
 */
public record Asked(Round round, Reading reading, boolean absenceTells) {

    /** No answer is longer; what is was not written by the command that was asked for. */
    public static final int LONGEST = 1 << 20;

    private static final String CUT_OFF = "it is cut off";

    public Asked(Round round, Reading reading) {
        this(round, reading, false);
    }

    /** The same answers, of which somebody else says what cannot be read. */
    public Asked quietly() {
        return new Asked(round, new Reading(), absenceTells);
    }

    /** The same answers, of things for which a command is installed only where they are: without it there are none. */
    public Asked ofWhatMayBeAbsent() {
        return new Asked(round, reading, true);
    }

    /** Whether the host lacks the command, the device or the file. */
    public boolean absent(String question) {
        return round.answer(question)
                .filter(answer -> answer.exit() == Answer.NO_SUCH_COMMAND)
                .isPresent();
    }

    /** The answer of a command that ended well; it may be empty. */
    public Optional<String> text(String question) {
        Optional<Answer> asked = round.answer(question);
        if (asked.isEmpty() || absenceTells && absent(question)) {
            return Optional.empty();
        }
        String wrong = wrong(asked.get());
        if (!wrong.isEmpty()) {
            reading.unreadable(question, wrong);
            return Optional.empty();
        }
        return asked.map(Answer::text);
    }

    private static String wrong(Answer answer) {
        if (answer.exit() == Answer.TIMED_OUT) {
            return "it did not end in its time";
        }
        if (answer.exit() == Answer.NO_SUCH_COMMAND) {
            return "there is no such command";
        }
        if (answer.exit() < 0 || answer.text().length() > LONGEST) {
            return "it is too long";
        }
        return answer.succeeded() ? "" : "it failed with exit code " + answer.exit();
    }

    public Optional<Json> json(String question) {
        return formed(question, Json::parse, "it is no whole JSON");
    }

    public Optional<Lines> lines(String question) {
        Optional<Lines> lines = formed(question, Lines::parse, CUT_OFF);
        lines.ifPresent(all -> strange(question, all.strange()));
        return lines;
    }

    public Optional<Sections> sections(String question) {
        Optional<Sections> sections = formed(question, Sections::parse, CUT_OFF);
        sections.ifPresent(all -> strange(question, all.strange()));
        return sections;
    }

    private <T> Optional<T> formed(String question, Function<String, Optional<T>> form, String otherwise) {
        Optional<String> text = text(question);
        Optional<T> formed = text.flatMap(form);
        if (text.isPresent() && formed.isEmpty()) {
            reading.unreadable(question, otherwise);
        }
        return formed;
    }

    /** Says that {@code count} pieces of an answer were left out, where there are any. */
    public void strange(String question, int count) {
        if (count > 0) {
            reading.unreadable(question, count + " of its lines are not as expected");
        }
    }
}
