package org.redoubt.agent.site.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.redoubt.topology.model.Visible;

/** How pieces of a hostile file are shown in a message. */
public final class Shown {

    private static final int MOST = 60;

    private Shown() {}

    /** In one line, of a bearable length, without what would change a terminal or the order of reading. */
    public static String text(String text) {
        return Visible.text(text, MOST);
    }

    /** As {@link #text}, for a whole message. */
    public static String line(String text) {
        return Visible.text(text, 5 * MOST);
    }

    /** The one of {@code known} that was probably meant. */
    public static Optional<String> nearest(String typed, Collection<String> known) {
        if (typed.length() > MOST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> distance(typed, each) <= Math.max(2, each.length() / 3))
                .min(Comparator.comparingInt((String each) -> distance(typed, each))
                        .thenComparing(each -> each));
    }

    /** How many characters have to be put in, left out or changed to come from one to the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
