package org.redoubt.agent.ssh.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One line of a known_hosts file, as sshd(8) describes it: a marker, the names that it is about (patterns, or one that is
 * hashed), a kind of key and the key.
 *
 * @param names as they stand in the file
 * @param kind as the key's own bytes name it
 */
record KnownHostLine(Marker marker, String names, String kind, byte[] key) {

    enum Marker {
        NONE,
        AUTHORITY,
        REVOKED
    }

    private static final String HASHED = "|1|";

    /** Empty for a comment, and for a line that is none: it names nobody. */
    static Optional<KnownHostLine> parse(String text) {
        String line = text.strip();
        if (line.isEmpty() || line.startsWith("#")) {
            return Optional.empty();
        }
        List<String> words = List.of(line.split("[ \\t]+"));
        Marker marker = switch (words.getFirst()) {
            case "@cert-authority" -> Marker.AUTHORITY;
            case "@revoked" -> Marker.REVOKED;
            default -> Marker.NONE;
        };
        int first = marker == Marker.NONE ? 0 : 1;
        if (words.size() < first + 3 || words.get(first).startsWith("@")) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(words.get(first + 2));
            return kind(key).map(kind -> new KnownHostLine(marker, words.get(first), kind, key));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A key's bytes begin with the name of its kind. */
    static Optional<String> kind(byte[] key) {
        if (key.length < 4) {
            return Optional.empty();
        }
        int length = (key[0] & 0xff) << 24 | (key[1] & 0xff) << 16 | (key[2] & 0xff) << 8 | key[3] & 0xff;
        return length < 1 || length > 64 || length > key.length - 4
                ? Optional.empty()
                : Optional.of(new String(key, 4, length, StandardCharsets.US_ASCII));
    }

    boolean holds(byte[] other) {
        return Arrays.equals(key, other);
    }

    /** Whether it is about the host that is known as {@code host}. */
    boolean names(String host) {
        String folded = host.toLowerCase(Locale.ROOT);
        if (names.startsWith(HASHED)) {
            return hashes(folded);
        }
        boolean named = false;
        for (String each : names.split(",")) {
            boolean not = each.startsWith("!");
            if (matches(not ? each.substring(1) : each, folded)) {
                if (not) {
                    return false;
                }
                named = true;
            }
        }
        return named;
    }

    private boolean hashes(String host) {
        String[] parts = names.substring(HASHED.length()).split("\\|");
        if (parts.length != 2) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(parts[0]), "HmacSHA1"));
            byte[] hash = mac.doFinal(host.getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException noHash) {
            return false;
        }
    }

    /** {@code *} is any text, {@code ?} any one character; takes time in proportion to both lengths. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        String folded = pattern.toLowerCase(Locale.ROOT);
        while (t < text.length()) {
            if (p < folded.length() && folded.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < folded.length() && (folded.charAt(p) == '?' || folded.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < folded.length() && folded.charAt(p) == '*') {
            p++;
        }
        return p == folded.length();
    }
}
