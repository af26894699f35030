package org.redoubt.views.words;

import java.util.Locale;

/** How abnormal something is. Each has a shape of its own besides its colour, and always stands beside a word. */
public enum Level {
    NORMAL("●"),
    /** Not heard, or under way: neither fine nor wrong. */
    UNKNOWN("◌"),
    WARNING("▲"),
    CRITICAL("✕");

    private final String shape;

    Level(String shape) {
        this.shape = shape;
    }

    public String shape() {
        return shape;
    }

    /** The name of its style class in the style sheet. */
    public String style() {
        return "level-" + name().toLowerCase(Locale.ROOT);
    }

    public Level worse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
