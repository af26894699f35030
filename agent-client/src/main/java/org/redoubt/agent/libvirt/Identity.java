package org.redoubt.agent.libvirt;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Which machine answers under a host's entry: the hardware UUID that was first seen in this run. Another machine under
 * the same address is not the host that the operator sees, and is neither believed nor acted on.
 */
final class Identity {

    private final AtomicReference<String> first = new AtomicReference<>();

    /** Whether {@code uuid} is the machine first seen here; the first one that comes is. */
    boolean accepts(String uuid) {
        return uuid.equals(first.get()) || first.compareAndSet(null, uuid) || uuid.equals(first.get());
    }

    /** What is said to an operator when it is another one. */
    String objection(String uuid) {
        return "Another machine answers there: its hardware UUID is " + uuid + ", the host first seen was "
                + first.get() + ". Check the address; when the machine was really replaced, restart the console.";
    }
}
