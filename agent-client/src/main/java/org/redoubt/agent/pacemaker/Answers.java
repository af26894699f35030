package org.redoubt.agent.pacemaker;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.redoubt.agent.probe.Answer;
import org.redoubt.agent.probe.Reading;
import org.redoubt.agent.probe.Round;

/**
 * The answers about a cluster in one round. Of a host that has none of the commands nothing is to be said; where it has
 * some of them, every other one that does not answer is missed.
 */
final class Answers {

    static final String CRM_MON = "crm_mon";
    static final String CIB = "cib";
    static final String LINKS = "corosync-links";
    static final String NODES = "corosync-nodes";
    static final String QUORUM = "quorum";
    static final String HISTORY = "fence-history";
    static final String SBD = "sbd";
    static final String CONF = "corosync-conf";

    /** What tells that a host has corosync. */
    static final List<String> COROSYNC = List.of(LINKS, NODES, QUORUM, CONF);

    /** What tells that a host has Pacemaker. */
    static final List<String> PACEMAKER = List.of(CRM_MON, CIB, HISTORY);

    private final Round round;

    Answers(Round round) {
        this.round = round;
    }

    Round round() {
        return round;
    }

    /** Whether the host has any of these commands or files. */
    boolean any(List<String> questions) {
        return questions.stream()
                .flatMap(question -> round.answer(question).stream())
                .anyMatch(answer -> answer.exit() != Answer.NO_SUCH_COMMAND);
    }

    Optional<Answer> raw(String question) {
        return round.answer(question);
    }

    /** What {@code parse} makes of an answer that succeeded; empty, and nothing said, where it did not. */
    <T> Optional<T> quietly(String question, Function<String, Optional<T>> parse) {
        return round.answer(question).filter(Answer::succeeded).flatMap(answer -> parse.apply(answer.text()));
    }

    /** As {@link #quietly}; where nothing could be made of it, that is said. */
    <T> Optional<T> read(String question, Reading reading, Function<String, Optional<T>> parse) {
        Optional<Answer> answer = round.answer(question);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (!answer.get().succeeded()) {
            missed(question, reading);
            return Optional.empty();
        }
        Optional<T> parsed = parse.apply(answer.get().text());
        if (parsed.isEmpty()) {
            reading.unreadable(question, answer.get().text().isBlank() ? "empty" : "not understood");
        }
        return parsed;
    }

    /** The answer did not succeed: says so. */
    void missed(String question, Reading reading) {
        round.answer(question).ifPresent(answer -> {
            switch (answer.exit()) {
                case Answer.TIMED_OUT -> reading.unreadable(question, "took too long");
                case Answer.NO_SUCH_COMMAND -> reading.unreadable(question, "no such command or file");
                default ->
                    reading.unreadable(
                            question, answer.exit() < 0 ? "too long an answer" : "ended with " + answer.exit());
            }
        });
    }
}
