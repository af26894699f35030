package org.redoubt.views.words;

import org.redoubt.topology.model.Visible;

/**
 * Hostile text made fit to be looked at: what would move, hide or reorder other text is written out as what it is, and
 * nothing else is changed. A VM may be called {@code vm;reboot $(id)}; it is shown so and never interpreted.
 */
public final class Shown {

    private Shown() {}

    /** {@code raw} on one line, with control, direction and invisible characters written as {@code ‹U+202E›}. */
    public static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length() + 8);
        raw.codePoints().forEach(point -> append(shown, point));
        return shown.toString();
    }

    /** As {@link #text}, with the middle left out where it is longer than {@code most} characters (at least 3). */
    public static String text(String raw, int most) {
        String whole = text(raw);
        int length = whole.codePointCount(0, whole.length());
        if (length <= most) {
            return whole;
        }
        int head = (most - 1) * 2 / 3;
        int tail = most - 1 - head;
        return whole.substring(0, whole.offsetByCodePoints(0, head))
                + "…"
                + whole.substring(whole.offsetByCodePoints(0, length - tail));
    }

    private static void append(StringBuilder shown, int point) {
        if (point < 0x20) {
            shown.appendCodePoint(0x2400 + point); // the Unicode pictures of the control characters
        } else if (point == 0x7F) {
            shown.appendCodePoint(0x2421);
        } else if (!Visible.is(point)) {
            shown.append("‹U+%04X›".formatted(point));
        } else {
            shown.appendCodePoint(point);
        }
    }
}
