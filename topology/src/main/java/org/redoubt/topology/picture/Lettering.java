package org.redoubt.topology.picture;

import java.util.ArrayList;
import java.util.List;
import org.redoubt.topology.model.Visible;

/**
 * How wide words are, without a toolkit: the advances of Inter, in hundredths of the letter height. Whoever draws with
 * another font may come out a little wider.
 */
public final class Lettering {

    /** More code points of one name than this nobody reads. */
    private static final int LONGEST = 240;

    private static final int MARKS_IN_A_ROW = 2;
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "…";

    private static final String ADVANCES =
            "28 28 40 63 64 81 64 22 36 36 50 66 28 46 28 36 63 46 61 64 64 61 62 57 62 62"
                    + " 28 28 66 66 66 51 94 68 65 73 72 60 59 74 74 26 54 65 56 89 75 76 63 76 64 64 64 74 68 95 64 66 63 36 36"
                    + " 36 47 45 50 56 62 56 62 58 36 61 59 24 24 54 24 87 59 60 61 61 37 52 36 58 56 81 54 56 54 36 33 36 66";
    private static final String STRONG_ADVANCES =
            "25 31 40 64 65 84 66 21 39 39 54 67 30 47 29 38 67 48 62 65 67 63 65 59 65 65"
                    + " 29 30 67 67 67 54 100 72 66 74 72 61 59 75 74 27 56 68 57 91 74 77 64 78 65 65 66 73 72 101 69 70 65"
                    + " 39 38 39 48 47 50 57 63 58 63 59 38 63 61 26 26 57 26 90 61 61 62 62 40 55 38 61 58 84 56 58 56 39 36"
                    + " 39 67";
    private static final int[] REGULAR = numbers(ADVANCES);
    private static final int[] STRONG = numbers(STRONG_ADVANCES);
    private static final int OTHER = 70;
    private static final int WIDE = 105;

    private Lettering() {}

    /** The width of {@code words} in letters of this size. */
    public static double width(String words, double size, boolean strong) {
        int sum = 0;
        for (int i = 0; i < words.length(); ) {
            int point = words.codePointAt(i);
            sum += advance(point, strong);
            i += Character.charCount(point);
        }
        return sum * size / 100;
    }

    /** {@code words} cut with an ellipsis so that they are no wider than {@code room}; empty when nothing fits. */
    public static String fitted(String words, double room, double size, boolean strong) {
        if (width(words, size, strong) <= room) {
            return words;
        }
        double left = room - width(ELLIPSIS, size, strong);
        int end = 0;
        while (end < words.length()) {
            int point = words.codePointAt(end);
            left -= advance(point, strong) * size / 100;
            if (left < 0) {
                break;
            }
            end += Character.charCount(point);
        }
        return end == 0 ? "" : words.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** {@code words} in lines no wider than {@code room}, broken between words, and a word that is too long cut. */
    public static List<String> wrapped(String words, double room, double size, boolean strong) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : words.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, size, strong) <= room) {
                line = longer;
            } else {
                lines.add(fitted(line, room, size, strong));
                line = word;
            }
        }
        lines.add(fitted(line, room, size, strong));
        return lines;
    }

    /**
     * {@code text} as it may be drawn: control, formatting (bidirectional too) and broken characters replaced, stacks of
     * combining marks flattened, no longer than anybody reads.
     */
    public static String harmless(String text) {
        if (plain(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        int marks = 0;
        int points = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (points++ == LONGEST) {
                return safe.append(ELLIPSIS).toString();
            }
            marks = combining(point) ? marks + 1 : 0;
            if (marks <= MARKS_IN_A_ROW) {
                safe.appendCodePoint(!Visible.is(point) ? REPLACEMENT : point);
            }
        }
        return safe.toString();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter < ' ' || letter > '~') {
                return false;
            }
        }
        return text.length() <= LONGEST;
    }

    private static boolean combining(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static int advance(int point, boolean strong) {
        int place = point - ' ';
        if (place >= 0 && place < REGULAR.length) {
            return strong ? STRONG[place] : REGULAR[place];
        }
        if (combining(point)) {
            return 0;
        }
        return switch (point) {
            case '·' -> 29;
            case '…' -> 82;
            case '’' -> 28;
            case '→' -> 95;
            case '–' -> 66;
            default -> point >= 0x1100 ? WIDE : OTHER;
        };
    }

    private static int[] numbers(String text) {
        String[] parts = text.split(" ");
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }
}
