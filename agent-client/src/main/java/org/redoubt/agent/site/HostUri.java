package org.redoubt.agent.site;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.redoubt.agent.site.text.Shown;
import org.redoubt.topology.model.Visible;

/**
 * A libvirt URI of a site file, as far as it can be judged without opening it.
 *
 * @param machine the name or address of the machine; empty when it is this one
 */
record HostUri(String text, Optional<String> machine) {

    /** What is wrong with a text that is no such URI, and what to write instead. */
    record Wrong(String wrong, String instead) {}

    static final String EXAMPLE = "write it like qemu+ssh://root@node-1/system";

    /** What is wrong with {@code text}; empty when it may be opened. */
    static Optional<Wrong> wrong(String text) {
        if (!text.codePoints().allMatch(c -> c > ' ' && Visible.is(c))) {
            return Optional.of(new Wrong("a blank or an invisible character stands in the URI", EXAMPLE));
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of(new Wrong("this is not a URI: " + Shown.text(e.getReason()), EXAMPLE));
        }
        if (uri.getScheme() == null || !text.contains(":/")) {
            return Optional.of(new Wrong("the URI does not say how the host is reached", EXAMPLE));
        }
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        int at = authority.lastIndexOf('@');
        if (at >= 0 && authority.substring(0, at).contains(":")) {
            return Optional.of(new Wrong(
                    "a password stands in the URI",
                    "leave it out: use ssh keys, or libvirt's own authentication file"));
        }
        boolean qemu = uri.getScheme().equals("qemu") || uri.getScheme().startsWith("qemu+");
        if (qemu
                && !"/system".equals(uri.getRawPath())
                && !"/session".equals(uri.getRawPath())
                && !"/embed".equals(uri.getRawPath())) {
            return Optional.of(new Wrong(
                    "a QEMU URI ends with /system or /session", "write " + Shown.text(system(uri, authority))));
        }
        return Optional.empty();
    }

    private static String system(URI uri, String authority) {
        return uri.getScheme() + "://" + authority + "/system";
    }

    /** @param text one that nothing is {@link #wrong} with */
    static HostUri of(String text) {
        // not getHost: it knows no names with an underscore
        Optional<String> machine = Optional.ofNullable(URI.create(text).getRawAuthority())
                .map(authority -> authority.substring(authority.lastIndexOf('@') + 1))
                .map(host -> host.replaceFirst(":[0-9]*$", ""))
                .filter(host -> !host.isEmpty());
        return new HostUri(text, machine);
    }

    /** Without the options of this desk's own connection. */
    String address() {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }
}
