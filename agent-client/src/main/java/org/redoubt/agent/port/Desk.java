package org.redoubt.agent.port;

import java.util.concurrent.ThreadFactory;
import java.util.random.RandomGenerator;

/**
 * The place that this console runs at, and what only the wiring may make: clock, threads and chance. Whatever needs one
 * of them is handed a desk.
 *
 * @param id how the journal names this desk; stable over restarts
 * @param operator who sits at it
 * @param threads makes platform threads (native calls pin the carriers of virtual ones); daemons, named by the caller
 *     through {@link Thread#setName}
 */
public record Desk(String id, String operator, DeskClock clock, ThreadFactory threads, RandomGenerator random) {

    /** A thread of this desk, named, not started. */
    public Thread thread(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        return thread;
    }
}
