package org.redoubt.agent.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * One line of the journal as bytes, without its line feed: a JSON object in ASCII whose last property is {@code hash}.
 *
 * <p>The hash is SHA-256 over the line's bytes from its first one up to, and not including, the comma before
 * {@code "hash"}. The hash of the line before stands inside them as {@code prev}: that is the chain.
 *
 * @param body the bytes that are hashed
 * @param stored the hash that the line itself states
 * @param computed the hash that its bytes have
 */
record SealedLine(byte[] body, String stored, String computed) {

    /** What the first line of a journal names as the hash of the line before it. */
    static final String NOTHING = "0".repeat(64);

    private static final byte[] MARK = ",\"hash\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int SEAL = MARK.length + 64 + END.length;

    /** The line whose object is {@code json}; its hash is added as the last property. */
    static SealedLine seal(String json) {
        byte[] body = json.substring(0, json.length() - 1).getBytes(StandardCharsets.US_ASCII);
        String hash = sha256(body);
        return new SealedLine(body, hash, hash);
    }

    /** Takes a line apart; empty when it does not end as a line of the journal does. */
    static Optional<SealedLine> of(byte[] line) {
        int at = line.length - SEAL;
        if (at < 1
                || !Arrays.equals(line, at, at + MARK.length, MARK, 0, MARK.length)
                || !Arrays.equals(line, line.length - END.length, line.length, END, 0, END.length)) {
            return Optional.empty();
        }
        String stored = new String(line, at + MARK.length, 64, StandardCharsets.ISO_8859_1);
        byte[] body = Arrays.copyOf(line, at);
        return stored.matches("[0-9a-f]{64}")
                ? Optional.of(new SealedLine(body, stored, sha256(body)))
                : Optional.empty();
    }

    /** Whether it is byte for byte what was sealed. */
    boolean whole() {
        return stored.equals(computed);
    }

    /** The object that was sealed, without the hash. */
    byte[] json() {
        byte[] json = Arrays.copyOf(body, body.length + 1);
        json[body.length] = '}';
        return json;
    }

    /** The line with its line feed, as it is written. */
    byte[] bytes() {
        byte[] line = Arrays.copyOf(body, body.length + SEAL + 1);
        System.arraycopy(MARK, 0, line, body.length, MARK.length);
        byte[] hash = stored.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(hash, 0, line, body.length + MARK.length, hash.length);
        System.arraycopy(END, 0, line, body.length + MARK.length + hash.length, END.length);
        line[line.length - 1] = '\n';
        return line;
    }

    /** The line without its line feed. */
    String text() {
        byte[] bytes = bytes();
        return new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
