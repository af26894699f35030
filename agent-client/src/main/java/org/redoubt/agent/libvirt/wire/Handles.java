package org.redoubt.agent.libvirt.wire;

import java.util.concurrent.atomic.AtomicLong;

/** How many native references are held: connections, domains, networks, pools. What is not given back is a leak. */
public final class Handles {

    private final AtomicLong live = new AtomicLong();

    public void taken(int count) {
        live.addAndGet(count);
    }

    public void returned(int count) {
        live.addAndGet(-count);
    }

    public long live() {
        return live.get();
    }
}
