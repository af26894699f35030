package org.redoubt.controllers.fake;

import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;

/** A desk's clock that only the test moves. */
public final class HandClock implements DeskClock {

    private final AtomicLong millis = new AtomicLong();

    public void set(long moment) {
        millis.set(moment);
    }

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public Instant wall() {
        return Instant.EPOCH.plusMillis(millis.get());
    }

    /** A desk with this clock. */
    public Desk desk() {
        return new Desk(
                "desk-1",
                "ada",
                this,
                work -> {
                    Thread thread = new Thread(work);
                    thread.setDaemon(true);
                    return thread;
                },
                new Random(7));
    }
}
