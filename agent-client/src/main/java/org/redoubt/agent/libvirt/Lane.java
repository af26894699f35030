package org.redoubt.agent.libvirt;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.redoubt.agent.libvirt.read.HostXml;
import org.redoubt.agent.libvirt.wire.CallTimer;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.agent.libvirt.wire.LibraryMissing;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.port.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that may act, and the one thread that makes its calls, in the order they were asked for. It is opened
 * when first needed and again when it broke. A thread that stays in a native call is given up for another one a bounded
 * number of times; asking never blocks.
 */
final class Lane implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int MOST_ABANDONED = 3;

    /** What is asked of the host, on the lane's thread. */
    interface Work<T> {
        T with(Connection connection) throws LibvirtFault;
    }

    private interface Task {
        void run(Connection connection) throws LibvirtFault;

        void fail(Exception why);

        record Last() implements Task {
            @Override
            public void run(Connection connection) {}

            @Override
            public void fail(Exception why) {}
        }
    }

    private record Asked<T>(Work<T> work, CompletableFuture<T> answer) implements Task {
        @Override
        public void run(Connection connection) throws LibvirtFault {
            answer.complete(work.with(connection));
        }

        @Override
        public void fail(Exception why) {
            answer.completeExceptionally(why);
        }
    }

    private final String name;
    private final HostEntry entry;
    private final LibvirtLibrary library;
    private final Desk desk;
    private final Pace pace;
    private final Handles handles;
    private final Identity identity;
    private Worker worker;
    private int abandoned;
    private boolean closed;

    Lane(
            String name,
            HostEntry entry,
            LibvirtLibrary library,
            Desk desk,
            Pace pace,
            Handles handles,
            Identity identity) {
        this.library = library;
        this.name = name;
        this.entry = entry;
        this.desk = desk;
        this.pace = pace;
        this.handles = handles;
        this.identity = identity;
    }

    /** The answer, or the {@link LibvirtFault} or {@link LibraryMissing} that came instead. */
    synchronized <T> CompletableFuture<T> ask(Work<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        if (closed) {
            answer.completeExceptionally(closing());
            return answer;
        }
        if (worker != null && abandoned < MOST_ABANDONED && worker.stuck()) {
            abandoned++;
            worker.leave();
            worker = null;
        }
        if (worker == null) {
            worker = new Worker();
            worker.thread.start();
        }
        worker.tasks.add(new Asked<>(work, answer));
        return answer;
    }

    /** Has the connection opened now, so that what is asked next need not wait for it. */
    void warm() {
        ask(connection -> true);
    }

    private static LibvirtFault closing() {
        return new LibvirtFault(LibvirtFault.INVALID_CONN, 0, "this desk closed the connection");
    }

    /** Ends it without waiting; a thread that is in a native call ends when that returns, and nobody hears its answer. */
    @Override
    public synchronized void close() {
        closed = true;
        if (worker != null) {
            worker.leave();
        }
    }

    private final class Worker {
        private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
        private final CallTimer timer = new CallTimer(desk.clock());
        private final Thread thread = desk.thread("libvirt " + name + " " + entry.key(), this::run);
        private volatile boolean leaving;
        private volatile Task current;
        private Connection connection;

        private boolean stuck() {
            // a migration takes as long as it takes, and a broken connection ends it
            return !CallTimer.MIGRATE.equals(timer.call())
                    && timer.millis(desk.clock().millis()) >= pace.abandon();
        }

        private void leave() {
            leaving = true;
            tasks.add(new Task.Last());
            Task running = current;
            if (running != null) {
                running.fail(closing());
            }
        }

        private void run() {
            try {
                while (!leaving) {
                    Task task = tasks.take();
                    current = task;
                    perform(task);
                    current = null;
                }
            } catch (InterruptedException asked) {
                LOG.debug("{} was interrupted", thread.getName());
            } finally {
                tasks.forEach(task -> task.fail(closing()));
                disconnect();
            }
        }

        private void perform(Task task) {
            if (leaving || task instanceof Task.Last) {
                task.fail(closing());
                return;
            }
            try {
                task.run(connected());
            } catch (LibvirtFault | LibraryMissing | RuntimeException failed) {
                task.fail(failed);
            }
        }

        private Connection connected() throws LibvirtFault, LibraryMissing {
            if (connection != null && !connection.alive()) {
                disconnect();
            }
            if (connection == null) {
                Connection opened = Connection.open(library.open(), handles, timer, entry.opened(), false);
                opened.keepAlive();
                connection = opened;
                recognise(opened);
            }
            return connection;
        }

        /** The host that is acted on is the one that is watched, or nothing is done. */
        private void recognise(Connection opened) throws LibvirtFault {
            String uuid = HostXml.capabilities(opened.capabilities()).uuid().orElse("");
            if (!uuid.isEmpty() && !identity.accepts(uuid)) {
                disconnect();
                throw new LibvirtFault(LibvirtFault.INVALID_CONN, 0, identity.objection(uuid));
            }
        }

        private void disconnect() {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }
}
