package org.redoubt.controllers.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.port.Answer;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.Foretold;
import org.redoubt.topology.plan.Step;

/**
 * The rule by which a cluster moves a VM, from before it was laid down until it is taken back. Guarded by itself: a look and
 * a cancel may come from two threads.
 */
final class Ruling {

    /** How often it is taken back without another word of the operator. */
    private static final int TRIES = 2;

    private Optional<Map<String, List<String>>> before = Optional.empty();
    private Optional<Intent> clearing = Optional.empty();
    private Optional<Answer> answer = Optional.empty();
    private boolean found;
    private boolean over;
    private int tries;
    private int waited;

    /** Where everything was before it was laid down. */
    synchronized void before(Map<String, List<String>> places) {
        before = Optional.of(places);
    }

    synchronized Optional<Map<String, List<String>>> before() {
        return before;
    }

    /** An earlier run of this console left it: nobody but the operator takes it back. */
    synchronized void takenUp(Optional<Intent> intended) {
        found = true;
        clearing = intended;
    }

    synchronized boolean found() {
        return found;
    }

    synchronized Optional<Intent> clearing() {
        return clearing;
    }

    synchronized void clearing(Intent intent) {
        clearing = Optional.of(intent);
    }

    /** The cluster was told to take it back, and answered. */
    synchronized void cleared(Answer told) {
        answer = Optional.of(told);
        tries++;
        waited = 0;
    }

    /** Whether it may be taken back now: not while an answer is still to show itself, and not for ever. */
    synchronized boolean due() {
        return tries == 0 || tries < TRIES && waited > 0;
    }

    /** It holds still; whether it is worth a little patience. */
    synchronized boolean patient(int most) {
        return tries > 0 && ++waited < most && answer.orElse(null) instanceof Answer.Accepted;
    }

    /** Why it was not taken back, as far as the cluster told. */
    synchronized String why() {
        return answer.map(told -> switch (told) {
                    case Answer.Failed(String words) -> ": " + words;
                    case Answer.Silent(String words) -> ": " + words;
                    case Answer.Accepted _, Answer.Cancelled _ -> "";
                })
                .orElse("");
    }

    synchronized void end() {
        over = true;
    }

    synchronized boolean over() {
        return over;
    }

    /** The second half of a move among what the journal holds open. */
    static Optional<Intent> clearing(List<Intent> open, Step.ClusterMove move) {
        return open.stream().filter(one -> one.step().equals(move.clear())).findFirst();
    }

    /** Whether the first half of it is open too. */
    static boolean moving(List<Intent> open, Step.ClusterClear clear) {
        return open.stream()
                .anyMatch(one -> one.step() instanceof Step.ClusterMove move
                        && move.clear().equals(clear));
    }

    /** The move that it was the second half of. */
    static Step.ClusterMove move(Step.ClusterClear clear) {
        return new Step.ClusterMove(clear.vm(), clear.from(), clear.to(), clear.resource(), Foretold.NOTHING);
    }
}
