package org.redoubt.agent.libvirt;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import org.redoubt.topology.model.ElementId;

/**
 * A host to connect to.
 *
 * @param key its key in the site: what it is called there, stable over restarts
 * @param uri how this desk reaches its libvirt; anything the library opens
 * @param peer how the other hosts reach its libvirt for a migration, where that is not {@code uri}
 * @param act whether this desk may act there; without it nothing but a read-only connection is ever opened
 */
public record HostEntry(String key, String uri, Optional<String> peer, boolean act) {

    public HostEntry {
        Objects.requireNonNull(uri);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("a host needs a key");
        }
    }

    /** The entry of a bare libvirt URI: keyed by the machine it names, or by itself when it names none. */
    public static HostEntry of(String uri, boolean act) {
        String plain = withoutQuery(uri);
        return new HostEntry(machine(uri).orElse(plain.isEmpty() ? "host" : plain), uri, Optional.empty(), act);
    }

    public ElementId id() {
        return ElementId.host(key);
    }

    /**
     * Where the other hosts send a VM that migrates here; empty when nothing tells, for a URI without a machine's name
     * means each host itself.
     */
    public Optional<String> destination() {
        return peer.or(() -> machine(uri).map(machine -> withoutQuery(uri)));
    }

    /** The address to show: without the options of this desk's own connection. */
    String address() {
        return withoutQuery(uri);
    }

    /** The URI to open: over ssh, one that never asks on a terminal and so never hangs on a question. */
    String opened() {
        int scheme = uri.indexOf("://");
        boolean ssh = scheme > 0 && uri.substring(0, scheme).endsWith("+ssh");
        if (!ssh || uri.contains("no_tty=")) {
            return uri;
        }
        return uri + (uri.indexOf('?') < 0 ? "?" : "&") + "no_tty=1";
    }

    private static String withoutQuery(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }

    /** The machine's name or address; empty where the URI names none, or is no URI (libvirt says so when it is opened). */
    private static Optional<String> machine(String uri) {
        try {
            // not getHost: it knows no names with an underscore
            return Optional.ofNullable(new URI(withoutQuery(uri)).getRawAuthority())
                    .map(authority -> authority.substring(authority.indexOf('@') + 1))
                    .map(machine -> machine.replaceFirst(":[0-9]*$", ""))
                    .filter(machine -> !machine.isEmpty());
        } catch (URISyntaxException notAUri) {
            return Optional.empty();
        }
    }
}
