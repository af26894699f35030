package org.redoubt.controllers.watch;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.redoubt.agent.port.Desk;
import org.redoubt.topology.model.Site;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that is done again and again with the newest site, on a thread of its own; made by {@link Watch#follow}. */
public final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final long rest;
    private final Supplier<Site> newest;
    private final Consumer<? super Site> work;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wanted = lock.newCondition();
    private boolean newer = true;
    private boolean asked;
    private boolean ended;

    Follower(String name, long rest, Supplier<Site> newest, Consumer<? super Site> work, Desk desk) {
        this.rest = rest;
        this.newest = newest;
        this.work = work;
        this.thread = desk.thread(name, this::run);
    }

    void begin() {
        thread.start();
    }

    /** Has it done once more without a rest, though the site be the same: something else that it reads has changed. */
    public void ask() {
        signal(() -> asked = true);
    }

    void siteChanged() {
        signal(() -> newer = true);
    }

    /** No work is begun any more; does not wait for what is under way. */
    public void end() {
        signal(() -> ended = true);
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (isWanted()) {
                try {
                    work.accept(newest.get());
                } catch (RuntimeException broken) {
                    LOG.error("{} failed; it is done again with the next site", thread.getName(), broken);
                }
                rest();
            }
        } catch (InterruptedException ends) {
            LOG.debug("{} was interrupted", thread.getName());
        }
    }

    /** Waits until there is something to do; false when it is ended. */
    private boolean isWanted() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!ended && !asked && !newer) {
                wanted.await();
            }
            newer = false;
            asked = false;
            return !ended;
        } finally {
            lock.unlock();
        }
    }

    private void rest() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(rest);
            while (!ended && !asked && left > 0) {
                left = wanted.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
