package org.redoubt.agent.journal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many entries were acknowledged, and the hash of the last of them.
 *
 * @param hash 64 hexadecimal digits; {@link SealedLine#NOTHING} when there are none
 */
record Head(long count, String hash) {

    static final Head START = new Head(0, SealedLine.NOTHING);

    /** The length of a record: that of the largest sector, so that no torn write can touch two of them. */
    static final int RECORD = 4096;

    private static final Pattern FORM =
            Pattern.compile("redoubt-head 1 count (\\d{18}) hash ([0-9a-f]{64}) check [0-9a-f]{64} *\n");

    /** Reads a record; empty unless every byte of it is as {@link #record()} makes it. */
    static Optional<Head> parse(String record) {
        Matcher matcher = FORM.matcher(record);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Head head = new Head(Long.parseLong(matcher.group(1)), matcher.group(2));
        return head.record().equals(record) ? Optional.of(head) : Optional.empty();
    }

    /** One line of text that states its own check sum, filled up with blanks to {@link #RECORD} bytes. */
    String record() {
        String says = "redoubt-head 1 count %018d hash %s".formatted(count, hash);
        String check = SealedLine.sha256(says.getBytes(StandardCharsets.US_ASCII));
        String text = says + " check " + check;
        return text + " ".repeat(RECORD - 1 - text.length()) + "\n";
    }
}
