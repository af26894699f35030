package org.redoubt.agent.pacemaker.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How much of a text from outside is kept: a name is whole or is none, a sentence is cut. */
public final class Limits {

    /** Of a sentence. */
    public static final int LONGEST = 200;

    /** Of a name that identifies something: it is never cut, for two long names might begin alike. */
    public static final int LONGEST_NAME = 255;

    /** Of the lines of one list. */
    public static final int MOST_LINES = 50;

    private Limits() {}

    public static String sentence(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    /** The name, where it can identify something. */
    public static Optional<String> name(String text) {
        return Optional.of(text).filter(name -> !name.isBlank() && name.length() <= LONGEST_NAME);
    }

    /** Each cut, the first so many of them; that there are more is said in the last line. */
    public static List<String> lines(List<String> all) {
        if (all.size() <= MOST_LINES) {
            return all.stream().map(Limits::sentence).toList();
        }
        List<String> kept = new ArrayList<>(
                all.stream().limit(MOST_LINES - 1L).map(Limits::sentence).toList());
        kept.add("and " + (all.size() - kept.size()) + " more");
        return List.copyOf(kept);
    }

    /** A whole number that is not negative and has no more than 15 digits. */
    public static Optional<Long> number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
