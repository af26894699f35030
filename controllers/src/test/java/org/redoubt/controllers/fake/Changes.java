package org.redoubt.controllers.fake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a state, woken by whatever changes it. */
public final class Changes {

    private static final long SECONDS = 20;

    private final Semaphore changed = new Semaphore(0);

    /** To be called after each change. */
    public void happened() {
        changed.release();
    }

    /** Returns as soon as it holds. */
    public void await(String what, BooleanSupplier holds) {
        try {
            while (!holds.getAsBoolean()) {
                if (!changed.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                    throw new AssertionError("waited in vain until " + what);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
