package org.redoubt.agent.site;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where somebody logs in by SSH: {@code root@10.0.0.1}, {@code node-1:2222}, {@code root@[fd00::1]:22}.
 *
 * @param user the account there; where it is left out, the operator's own name
 * @param host a name or an address, without brackets
 */
public record SshAddress(Optional<String> user, String host, int port) {

    /** Where sshd listens unless it is told otherwise. */
    public static final int USUAL_PORT = 22;

    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9_][A-Za-z0-9_.-]{0,63})@)?"
            + "(?:\\[([0-9A-Fa-f:.%a-z]{2,60})]|([A-Za-z0-9_][A-Za-z0-9_.-]{0,252}))(?::([0-9]{1,5}))?");

    /** Empty when {@code text} is no such place. */
    static Optional<SshAddress> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int port = form.group(4) == null ? USUAL_PORT : Integer.parseInt(form.group(4));
        String host = form.group(2) == null ? form.group(3) : form.group(2);
        return port < 1 || port > 65_535
                ? Optional.empty()
                : Optional.of(new SshAddress(Optional.ofNullable(form.group(1)), host, port));
    }

    /** Where a libvirt URI logs in; empty where it goes by something else than ssh, or nowhere. */
    static Optional<SshAddress> of(HostUri uri) {
        int scheme = uri.text().indexOf("://");
        if (scheme < 0 || !uri.text().substring(0, scheme).endsWith("+ssh")) {
            return Optional.empty();
        }
        String rest = uri.text().substring(scheme + 3);
        return parse(rest.replaceFirst("[/?].*", ""));
    }
}
