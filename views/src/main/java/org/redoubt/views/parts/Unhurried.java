package org.redoubt.views.parts;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * Hands on the newest of many values, at once when none was handed on lately, else when its pause is over: what costs
 * much to show is shown less often, and the last value is always shown. To be used on the toolkit's thread.
 */
public final class Unhurried<T> {

    private final Consumer<? super T> receiver;
    private final Function<? super T, Duration> pause;
    private final PauseTransition resting = new PauseTransition();
    private T waiting;

    /** @param pause how long to wait after a value before the next */
    public Unhurried(Consumer<? super T> receiver, Function<? super T, Duration> pause) {
        this.receiver = receiver;
        this.pause = pause;
        resting.setOnFinished(_ -> {
            if (waiting != null) {
                deliver();
            }
        });
    }

    public void offer(T value) {
        waiting = value;
        if (resting.getStatus() != PauseTransition.Status.RUNNING) {
            deliver();
        }
    }

    /** Hands nothing more on. */
    public void stop() {
        resting.stop();
        waiting = null;
    }

    private void deliver() {
        T value = waiting;
        waiting = null;
        receiver.accept(value);
        resting.setDuration(pause.apply(value));
        resting.playFromStart();
    }
}
