package org.redoubt.topology.plan;

import java.util.Locale;

/** Stretches of time that are predicted or were measured, in words. */
public final class Durations {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    private Durations() {}

    /** One: {@code 38 ms}, {@code 4.1 s}, {@code 1 min 13 s}, {@code 2 h 5 min}. */
    public static String of(long millis) {
        if (millis < SECOND) {
            return Math.max(0, millis) + " ms";
        }
        if (millis < MINUTE - 50) {
            return seconds(millis) + " s";
        }
        long seconds = Math.round((double) millis / SECOND);
        if (seconds < HOUR / SECOND) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        return two(seconds / 3600, "h", seconds % 3600 / 60, "min");
    }

    /** Two, no finer than two digits: {@code 40–90 ms}, {@code 3.1–4.5 s}, {@code 50 s–2 min}. What reads alike is one. */
    public static String of(Range range) {
        long low = rounded(range.low(), false);
        long high = rounded(range.high(), true);
        String from = of(low);
        String to = of(high);
        if (from.equals(to)) {
            return to;
        }
        if (high >= SECOND && high < MINUTE - 50 && low < SECOND && low >= 50) {
            return String.format(Locale.ROOT, "%.1f", Math.floor(low / 100.0) / 10)
                            .replace("0.0", "0.1") + "–" + to;
        }
        String unit = to.substring(to.indexOf(' '));
        return from.endsWith(unit)
                        && from.indexOf(' ') == from.lastIndexOf(' ')
                        && to.indexOf(' ') == to.lastIndexOf(' ')
                ? from.substring(0, from.length() - unit.length()) + "–" + to
                : from + "–" + to;
    }

    private static long rounded(long millis, boolean up) {
        if (millis >= HOUR) {
            return round(millis, 5 * MINUTE, up);
        }
        if (millis >= MINUTE) {
            return round(millis, 5 * SECOND, up);
        }
        long step = 1;
        while (millis / step >= 100) {
            step *= 10;
        }
        return round(millis, step, up);
    }

    private static long round(long millis, long step, boolean up) {
        return (up ? Math.ceilDiv(millis, step) : Math.floorDiv(millis, step)) * step;
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, millis < 9_950 ? "%.1f" : "%.0f", millis / 1_000.0)
                .replaceFirst("\\.0$", "");
    }

    private static String two(long big, String bigUnit, long small, String smallUnit) {
        return small == 0 ? big + " " + bigUnit : big + " " + bigUnit + " " + small + " " + smallUnit;
    }
}
