package org.redoubt.views.palette;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a few letters mean a name: they must all occur in their order. The better the match, the higher its score:
 * an exact or leading match first, then starts of words, then letters that stand together; short names before long.
 */
final class Fuzzy {

    private static final int EXACT = 1000;
    private static final int LEADING = 400;
    private static final int WITHIN = 200;
    private static final int WORD_START = 30;
    private static final int TOGETHER = 15;
    private static final int LONGEST = 256;

    private Fuzzy() {}

    /** The score of {@code name} for {@code query}, both lower case already; empty where it does not match. */
    static OptionalInt score(String query, String name) {
        if (query.isEmpty()) {
            return OptionalInt.of(0);
        }
        String text = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        int whole = text.indexOf(query);
        if (whole >= 0) {
            int base = text.length() == query.length() ? EXACT : whole == 0 ? LEADING : WITHIN;
            return OptionalInt.of(base + (wordStart(text, whole) ? WORD_START : 0) - Math.min(99, text.length()));
        }
        return letters(query, text).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private static Optional<Integer> letters(String query, String text) {
        int score = 0;
        int at = -1;
        for (int i = 0; i < query.length(); i++) {
            char letter = query.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int next = text.indexOf(letter, at + 1);
            if (next < 0) {
                return Optional.empty();
            }
            score += next == at + 1 && at >= 0 ? TOGETHER : wordStart(text, next) ? WORD_START : 0;
            score -= Math.min(5, next - at - 1);
            at = next;
        }
        // scattered letters in a long name match nearly anything: only those with some order in them count
        return score > 0 ? Optional.of(score - Math.min(99, text.length()) / 4) : Optional.empty();
    }

    private static boolean wordStart(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
