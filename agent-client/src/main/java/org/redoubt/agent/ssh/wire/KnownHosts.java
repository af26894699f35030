package org.redoubt.agent.ssh.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What this desk knows of host keys, out of files in OpenSSH's form. A key that is {@code @revoked} anywhere is revoked
 * for every host, whatever else matches; a host of which keys are known and that shows another has changed.
 */
final class KnownHosts {

    /** What is longer is no list of keys. */
    private static final int LONGEST = 16 << 20;

    enum Standing {
        KNOWN,
        /** The authority that signed it is trusted for that host; whether the certificate is good is not said. */
        SIGNED,
        UNKNOWN,
        CHANGED,
        REVOKED
    }

    /**
     * What a host shows, as bytes of SSH's own form.
     *
     * @param plain the key itself, without its certificate
     * @param authority the key that signed it; empty where there is no certificate
     */
    record Shown(byte[] plain, byte[] authority) {
        boolean signed() {
            return authority.length > 0;
        }
    }

    private final List<KnownHostLine> lines;

    private KnownHosts(List<KnownHostLine> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads files one after the other; one that is not there says nothing.
     *
     * @throws WireFault when one is there and cannot be read: it might revoke
     */
    static KnownHosts read(List<Path> files) throws WireFault {
        List<KnownHostLine> lines = new ArrayList<>();
        for (Path file : files) {
            try (var in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(LONGEST + 1);
                if (bytes.length > LONGEST) {
                    throw new IOException("longer than " + LONGEST + " bytes");
                }
                lines.addAll(parse(new String(bytes, StandardCharsets.UTF_8)));
            } catch (NoSuchFileException none) {
                // says nothing
            } catch (IOException unreadable) {
                throw new WireFault(
                        WireFault.Kind.NO_KNOWN_HOSTS,
                        file + " cannot be read: " + unreadable.getMessage(),
                        unreadable);
            }
        }
        return new KnownHosts(lines);
    }

    static KnownHosts of(String text) {
        return new KnownHosts(parse(text));
    }

    private static List<KnownHostLine> parse(String text) {
        return text.lines().flatMap(line -> KnownHostLine.parse(line).stream()).toList();
    }

    Standing standing(Target target, Shown shown) {
        for (KnownHostLine line : lines) {
            boolean named = line.holds(shown.plain()) || shown.signed() && line.holds(shown.authority());
            if (line.marker() == KnownHostLine.Marker.REVOKED && named) {
                return Standing.REVOKED;
            }
        }
        boolean others = false;
        for (KnownHostLine line : lines) {
            switch (line.marker()) {
                case NONE -> {
                    if (line.names(target.knownAs())) {
                        if (line.holds(shown.plain())) {
                            return Standing.KNOWN;
                        }
                        others = true;
                    }
                }
                case AUTHORITY -> {
                    if (shown.signed() && line.holds(shown.authority()) && line.names(target.knownAs())) {
                        return Standing.SIGNED;
                    }
                }
                case REVOKED -> {
                    // not this key
                }
            }
        }
        return others ? Standing.CHANGED : Standing.UNKNOWN;
    }

    /** Whether an authority is trusted to sign its key. */
    boolean signable(Target target) {
        return lines.stream()
                .anyMatch(line -> line.marker() == KnownHostLine.Marker.AUTHORITY && line.names(target.knownAs()));
    }

    /** The kinds of key by which it is known, as SSH names them: it is asked for one of these first. */
    List<String> kinds(Target target) {
        Set<String> kinds = new LinkedHashSet<>();
        if (signable(target)) {
            kinds.addAll(CERTIFIED);
        }
        for (KnownHostLine line : lines) {
            if (line.marker() == KnownHostLine.Marker.NONE && line.names(target.knownAs())) {
                kinds.add(line.kind());
            }
        }
        return List.copyOf(kinds);
    }

    /** An authority of one kind may sign keys of any. */
    private static final List<String> CERTIFIED = List.of(
            "ssh-ed25519-cert-v01@openssh.com",
            "ecdsa-sha2-nistp256-cert-v01@openssh.com",
            "ecdsa-sha2-nistp384-cert-v01@openssh.com",
            "ecdsa-sha2-nistp521-cert-v01@openssh.com",
            "ssh-rsa-cert-v01@openssh.com");
}
