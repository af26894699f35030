package org.redoubt.topology.model;

/** What of a hostile text may be shown as it is, and the rest of it written out. */
public final class Visible {

    private Visible() {}

    /**
     * Whether a character is seen as itself and does nothing to those around it: it moves no cursor, turns no direction
     * of reading, and looks the same to everybody (Unicode's general categories Cc, Cf, Cs, Co, Cn, Zl and Zp are none).
     */
    public static boolean is(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /**
     * A text in one line: what is not visible is written as its number, and after so many characters an ellipsis
     * stands for the rest.
     */
    public static String text(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(c -> {
            if (is(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(c > 0xffff ? "\\u{%x}".formatted(c) : "\\u%04x".formatted(c));
            }
        });
        return shown + (text.codePointCount(0, text.length()) > most ? "…" : "");
    }
}
