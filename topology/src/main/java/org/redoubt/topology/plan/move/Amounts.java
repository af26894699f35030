package org.redoubt.topology.plan.move;

import java.util.Locale;

/** Bytes and rates in words, as objections and costs say them. */
final class Amounts {

    private static final long GIB = 1L << 30;
    private static final long MIB = 1L << 20;

    private Amounts() {}

    /** Rounded to what fits on a card: {@code 3.1 GiB}, {@code 512 MiB}. */
    static String bytes(long bytes) {
        return bytes >= GIB
                ? String.format(Locale.ROOT, "%.1f GiB", (double) bytes / GIB)
                : Math.ceilDiv(bytes, MIB) + " MiB";
    }

    /** As links are sold: {@code 10 Gbit/s}. */
    static String rate(long bytesPerSecond) {
        double bits = 8.0 * bytesPerSecond;
        return bits >= 1e9
                ? String.format(Locale.ROOT, "%.1f Gbit/s", bits / 1e9).replace(".0 ", " ")
                : String.format(Locale.ROOT, "%.0f Mbit/s", bits / 1e6);
    }
}
