package org.redoubt.views.words;

import java.util.Locale;
import org.redoubt.topology.model.Unit;

/** Amounts in the units that people say them in. Every figure keeps two or three digits; negative means not known. */
public final class Units {

    /** Shown where there is no figure. */
    public static final String NONE = "–";

    private static final String[] BINARY = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Units() {}

    /** An amount in {@code unit}, as {@link Unit} defines it. */
    public static String amount(long amount, Unit unit) {
        return switch (unit) {
            case BYTES -> bytes(amount);
            case BYTES_PER_SECOND -> rate(amount);
            case MILLIS -> millis(amount);
            case MICROS -> micros(amount);
            case SECONDS -> millis(amount * 1000);
            case NONE, COUNT, SHARE -> Long.toString(amount);
        };
    }

    public static String bytes(long bytes) {
        if (bytes < 0) {
            return NONE;
        }
        double left = bytes;
        int step = 0;
        while (left >= 999.5 && step < BINARY.length - 1) {
            left /= 1024;
            step++;
        }
        return (step == 0 ? Long.toString(bytes) : digits(left)) + " " + BINARY[step];
    }

    public static String rate(long bytesPerSecond) {
        return bytesPerSecond < 0 ? NONE : bytes(bytesPerSecond) + "/s";
    }

    /** A stretch of time from milliseconds to days: {@code 38 ms}, {@code 4.1 s}, {@code 1 min 13 s}, {@code 41 d}. */
    public static String millis(long millis) {
        if (millis < 0) {
            return NONE;
        }
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 59_950) {
            return digits(millis / 1000.0) + " s";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 3600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        if (seconds < 86_400) {
            return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
    }

    public static String micros(long micros) {
        if (micros < 0) {
            return NONE;
        }
        if (micros < 1000) {
            return micros + " µs";
        }
        return micros < 1_000_000 ? digits(micros / 1000.0) + " ms" : millis(micros / 1000);
    }

    public static String share(double share) {
        return Double.isNaN(share) || share < 0 ? NONE : Math.round(share * 100) + "%";
    }

    /** How long ago, in whole seconds so that it ticks and does not flicker: {@code now}, {@code 4 s ago}. */
    public static String ago(long millis) {
        return millis < 1000 ? "now" : age(millis) + " ago";
    }

    /** An age in whole units: {@code 0 s}, {@code 4 s}, {@code 3 min 20 s}. */
    public static String age(long millis) {
        return millis < 60_000 ? millis / 1000 + " s" : millis(millis);
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        return small == 0 || big >= 20 ? big + " " + bigUnit : big + " " + bigUnit + " " + small + " " + smallUnit;
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%.0f", value);
    }
}
