package org.redoubt.agent.libvirt.read;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What became of counters between two readings. A counter that went back (a restarted VM) has no rate. Pure. */
public final class Rates {

    private static final double NANOS_PER_MILLI = 1e6;

    private Rates() {}

    /** Per second; empty when either is unknown, it went back, or no time has passed. */
    public static OptionalLong perSecond(long before, long after, long millis) {
        if (before < 0 || after < before || millis <= 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Math.round((after - before) * 1000.0 / millis));
    }

    /** The share of {@code cpus} that {@code nanos} of CPU time were within {@code millis}, 0 to 1. */
    public static OptionalDouble load(long before, long after, long millis, long cpus) {
        if (before < 0 || after < before || millis <= 0 || cpus <= 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.clamp((after - before) / (millis * NANOS_PER_MILLI * cpus), 0.0, 1.0));
    }

    /** The share of time not spent idle, from two readings of all times together and of the idle ones. */
    public static OptionalDouble busy(long allBefore, long idleBefore, long allAfter, long idleAfter) {
        long all = allAfter - allBefore;
        long idle = idleAfter - idleBefore;
        if (allBefore < 0 || idleBefore < 0 || all <= 0 || idle < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.clamp(1.0 - (double) idle / all, 0.0, 1.0));
    }
}
