package org.redoubt.agent.probe;

import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;

/**
 * All that one host answered in one round of the probe.
 *
 * @param host whom it was asked
 * @param at desk milliseconds (monotonic) when it was asked: it says nothing for certain of any later moment
 * @param answers by question
 */
public record Round(ElementId host, long at, Map<String, Answer> answers) {

    public Round {
        answers = Map.copyOf(answers);
    }

    /** What was answered to {@code question}; empty where it was not asked, or the round broke off before. */
    public Optional<Answer> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }
}
