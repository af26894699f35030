package org.redoubt.topology.picture;

import java.util.Locale;

/** Numbers in the words of the map: always with their unit, never longer than a chip. */
public final class Words {

    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};

    private Words() {}

    /** A time that has passed, coarse: {@code 4 s}, {@code 1 min 13 s}, {@code 2 h 5 min}, {@code 41 d}. */
    public static String age(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        if (seconds < 86_400) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds / 86_400 + " d";
    }

    /** The same in its largest unit alone: {@code 4 s}, {@code 1 min}, {@code 2 h}. */
    public static String roughAge(long millis) {
        long seconds = Math.max(0, millis) / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** How long something takes: {@code 38 ms}, {@code 4.1 s}, {@code 2 min 5 s}. */
    public static String time(long millis) {
        if (millis < 1000) {
            return Math.max(0, millis) + " ms";
        }
        return millis < 60_000 ? String.format(Locale.ROOT, "%.1f s", millis / 1000.0) : age(millis);
    }

    /** An amount of memory or disk: {@code 8.0 GiB}. */
    public static String bytes(long bytes) {
        double amount = Math.max(0, bytes);
        int unit = 0;
        while (amount >= 1024 && unit < BYTES.length - 1) {
            amount /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", amount, BYTES[unit]);
    }

    /** A share of one: {@code 71%}. */
    public static String share(double share) {
        return Math.round(Math.clamp(share, 0.0, 1.0) * 100) + "%";
    }

    /** A ratio that may be more than one: {@code 125%}. */
    public static String percent(double ratio) {
        return Math.round(ratio * 100) + "%";
    }

    /** A number and what it counts. */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
