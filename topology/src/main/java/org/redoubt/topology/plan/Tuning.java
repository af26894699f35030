package org.redoubt.topology.plan;

/**
 * How a migration is driven.
 *
 * @param bandwidth the most it may use, bytes per second; 0 leaves it to the hypervisor
 * @param autoConverge whether the guest may be throttled when it dirties memory faster than it can be copied
 * @param pauseLimit the longest pause allowed at the end, milliseconds; 0 leaves it to the hypervisor (QEMU: 300)
 */
public record Tuning(long bandwidth, boolean autoConverge, long pauseLimit) {

    public static final Tuning DEFAULT = new Tuning(0, true, 0);

    public Tuning {
        if (bandwidth < 0 || pauseLimit < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }
}
