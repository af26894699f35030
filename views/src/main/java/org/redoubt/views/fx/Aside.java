package org.redoubt.views.fx;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Answers questions beside the toolkit's thread, one at a time: while one is being answered, the newest of those that
 * come waits and the others are forgotten. To be asked on the toolkit's thread.
 *
 * @param <Q> a question, of values alone: it is read on another thread
 */
public final class Aside<Q, A> {

    private record Answered<Q, A>(Q question, Optional<A> answer) {}

    private final Executor beside;
    private final Function<? super Q, ? extends A> answering;
    private final BiConsumer<? super Q, ? super A> receiver;
    private final Pulse<Answered<Q, A>> back = new Pulse<>(this::deliver);
    private Q waiting;
    private boolean busy;

    /**
     * @param answering called by {@code beside}
     * @param receiver called on the toolkit's thread, with a question and its answer; never with one that failed
     */
    public Aside(
            Executor beside, Function<? super Q, ? extends A> answering, BiConsumer<? super Q, ? super A> receiver) {
        this.beside = beside;
        this.answering = answering;
        this.receiver = receiver;
    }

    public void ask(Q question) {
        if (busy) {
            waiting = question;
        } else {
            begin(question);
        }
    }

    /** Whether an answer is still to come. */
    public boolean busy() {
        return busy;
    }

    private void begin(Q question) {
        busy = true;
        beside.execute(() -> {
            A answer = null;
            try {
                answer = answering.apply(question);
            } finally { // a question that cannot be answered does not keep the next ones waiting
                back.offer(new Answered<>(question, Optional.ofNullable(answer)));
            }
        });
    }

    private void deliver(Answered<Q, A> answered) {
        busy = false;
        if (waiting != null) {
            Q next = waiting;
            waiting = null;
            begin(next);
        }
        answered.answer().ifPresent(answer -> receiver.accept(answered.question(), answer));
    }
}
