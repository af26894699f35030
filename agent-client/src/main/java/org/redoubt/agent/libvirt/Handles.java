package org.redoubt.agent.libvirt;

import java.util.concurrent.atomic.AtomicLong;

/** How many native references are held: connections, domains, networks, pools. What is not given back is a leak. */
final class Handles {

    private final AtomicLong live = new AtomicLong();

    void taken(int count) {
        live.addAndGet(count);
    }

    void returned(int count) {
        live.addAndGet(-count);
    }

    long live() {
        return live.get();
    }
}
