package org.redoubt.agent.ssh.read.text;

import java.util.Optional;
import java.util.regex.Pattern;
import org.redoubt.topology.model.Visible;

/** What a name that came from outside may be: a plain word of the kernel's, an identity, or only a label. */
public final class Names {

    private static final int LONGEST_IDENTITY = 200;
    private static final int LONGEST_LABEL = 120;
    private static final Pattern PLAIN = Pattern.compile("[!-~&&[^/=]]{1,64}");
    private static final Pattern PATH = Pattern.compile("[!-~&&[^=]]{1,130}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private Names() {}

    /** Whether the kernel could call a device so: visible ASCII, no blank, no slash. */
    public static boolean plain(String name) {
        return PLAIN.matcher(name).matches() && !name.equals(".") && !name.equals("..");
    }

    /** Whether it is made of such names, with slashes. */
    public static boolean path(String name) {
        return PATH.matcher(name).matches();
    }

    /** Something that may be told from others by this text: every character visible, and not too many of them. */
    public static Optional<String> identity(String text) {
        String stripped = text.strip();
        return stripped.isEmpty()
                        || stripped.length() > LONGEST_IDENTITY
                        || !stripped.codePoints().allMatch(Visible::is)
                ? Optional.empty()
                : Optional.of(stripped);
    }

    /** Words to be shown: one line, of a bearable length, what is not visible written out. Empty when there are none. */
    public static Optional<String> label(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Visible.text(stripped, LONGEST_LABEL));
    }

    /** A whole number that is not negative, as the kernel writes it. */
    public static Optional<Long> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
