package org.redoubt.agent.probe;

import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;

/**
 * All that one host answered in one round of the probe.
 *
 * @param host whom it was asked
 * @param at desk milliseconds (monotonic) when it was asked: it says nothing for certain of any later moment
 * @param answers by question; those to questions that are asked seldom may be of an earlier round
 * @param cost what the round cost
 */
public record Round(ElementId host, long at, Map<String, Answer> answers, Cost cost) {

    /**
     * What a round cost.
     *
     * @param cpuMillis what all of its commands took on the host, by the host's own times(2); -1 where it did not tell
     * @param bytes what came over the wire, before it was encrypted
     */
    public record Cost(long cpuMillis, long bytes) {
        public static final Cost UNKNOWN = new Cost(-1, -1);
    }

    public Round {
        answers = Map.copyOf(answers);
    }

    /** A round of which nobody knows what it cost: one out of a recording. */
    public Round(ElementId host, long at, Map<String, Answer> answers) {
        this(host, at, answers, Cost.UNKNOWN);
    }

    /** What was answered to {@code question}; empty where it was not asked, or the round broke off before. */
    public Optional<Answer> answer(String question) {
        return Optional.ofNullable(answers.get(question));
    }
}
