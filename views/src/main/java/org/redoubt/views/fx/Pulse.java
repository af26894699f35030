package org.redoubt.views.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * The one way onto the toolkit's thread: keeps the newest value offered, with at most one call pending. However fast
 * values come, the toolkit is not flooded, and the last one is always delivered. Offering is safe from any thread.
 */
public final class Pulse<T> {

    private final AtomicReference<T> newest = new AtomicReference<>();
    private final Consumer<? super T> receiver;

    /** @param receiver called on the toolkit's thread, with the newest value */
    public Pulse(Consumer<? super T> receiver) {
        this.receiver = receiver;
    }

    /** Replaces what has not been delivered yet. */
    public void offer(T value) {
        if (newest.getAndSet(java.util.Objects.requireNonNull(value)) == null) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        receiver.accept(newest.getAndSet(null));
    }
}
