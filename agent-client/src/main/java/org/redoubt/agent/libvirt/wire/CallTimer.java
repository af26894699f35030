package org.redoubt.agent.libvirt.wire;

import org.redoubt.agent.port.DeskClock;

/** Which native call its one owner thread is in, and since when; read by a watchdog, for nothing interrupts such a call. */
public final class CallTimer {

    /** The one call that takes as long as it takes. */
    public static final String MIGRATE = "migrate";

    /** A call that has not returned yet. */
    public record Outstanding(String call, long since) {}

    private final DeskClock clock;
    private volatile Outstanding outstanding;
    private volatile long made;

    public CallTimer(DeskClock clock) {
        this.clock = clock;
    }

    public void begins(String call) {
        made = made + 1; // the owner alone writes
        outstanding = new Outstanding(call, clock.millis());
    }

    public void ends() {
        outstanding = null;
    }

    /** How many calls were made so far. */
    public long made() {
        return made;
    }

    /** Milliseconds that the current call has taken so far; 0 when there is none. */
    public long millis(long now) {
        Outstanding current = outstanding;
        return current == null ? 0 : Math.max(0, now - current.since());
    }

    /** The name of the current call, or empty. */
    public String call() {
        Outstanding current = outstanding;
        return current == null ? "" : current.call();
    }
}
