package org.redoubt.app;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.redoubt.agent.port.Desk;

/** The threads beside the toolkit's, on which a window works out what takes too long for that one. */
public final class Beside {

    /** Two, so that a drag does not wait for an index that is being made. */
    private static final int THREADS = 2;

    private Beside() {}

    /** Once it is shut down, what a closing window still asks for is silently not done. */
    public static ExecutorService of(Desk desk) {
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> desk.thread("beside", work),
                new ThreadPoolExecutor.DiscardPolicy());
    }
}
