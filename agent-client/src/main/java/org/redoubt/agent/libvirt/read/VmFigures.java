package org.redoubt.agent.libvirt.read;

import java.util.Map;

/**
 * What the bulk answer says of one VM at one moment. Bytes and nanoseconds, counted since the VM started; -1 where the
 * driver does not say.
 *
 * @param measured whether the VM's own process was asked too; it is not while a job keeps it busy
 * @param memory what it may hold, {@code used} what the host gives it now
 * @param dirtyRate bytes per second, where somebody had it measured
 * @param dirtyStart when that measurement began, in seconds of a clock of the host's
 * @param dirtyPeriod how many seconds it took
 */
public record VmFigures(
        int state,
        int reason,
        boolean measured,
        long cpuTime,
        long cpus,
        long memory,
        long used,
        long diskRead,
        long diskWrite,
        long netReceived,
        long netSent,
        long dirtyRate,
        long dirtyStart,
        long dirtyPeriod) {

    private static final long KIB = 1024;
    private static final long MIB = 1024 * 1024;
    private static final long MEASURED = 2;
    /** No VM has more devices; a count beyond it is not believed. */
    private static final long MOST_DEVICES = 1024;

    public static VmFigures of(Map<String, ?> figures) {
        return new VmFigures(
                (int) number(figures, "state.state"),
                (int) number(figures, "state.reason"),
                figures.containsKey("balloon.rss"),
                number(figures, "cpu.time"),
                number(figures, "vcpu.current"),
                scaled(number(figures, "balloon.maximum"), KIB),
                scaled(used(figures), KIB),
                total(figures, "block", "rd.bytes"),
                total(figures, "block", "wr.bytes"),
                total(figures, "net", "rx.bytes"),
                total(figures, "net", "tx.bytes"),
                dirtyRate(figures),
                number(figures, "dirtyrate.calc_start_time"),
                number(figures, "dirtyrate.calc_period"));
    }

    private static long used(Map<String, ?> figures) {
        long resident = number(figures, "balloon.rss");
        return resident >= 0 ? resident : number(figures, "balloon.current");
    }

    private static long dirtyRate(Map<String, ?> figures) {
        return number(figures, "dirtyrate.calc_status") == MEASURED
                ? scaled(number(figures, "dirtyrate.megabytes_per_second"), MIB)
                : -1;
    }

    /** The sum over all devices that say so; -1 when none does. */
    private static long total(Map<String, ?> figures, String device, String figure) {
        long count = Math.min(MOST_DEVICES, number(figures, device + ".count"));
        long total = -1;
        for (long i = 0; i < count; i++) {
            long one = number(figures, device + "." + i + "." + figure);
            if (one >= 0) {
                total = Math.max(0, total) + one;
            }
        }
        return total;
    }

    private static long scaled(long value, long unit) {
        return value < 0 || value > Long.MAX_VALUE / unit ? -1 : value * unit;
    }

    private static long number(Map<String, ?> figures, String name) {
        return figures.get(name) instanceof Number value && value.longValue() >= 0 ? value.longValue() : -1;
    }
}
