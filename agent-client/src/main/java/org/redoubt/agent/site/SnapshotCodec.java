package org.redoubt.agent.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Snapshot ↔ JSON (docs/snapshot.md). The same snapshot always gives the same bytes; what was written is read back equal,
 * tombstones included. What cannot be understood wholly is not read at all.
 */
public final class SnapshotCodec {

    static final String SCHEMA = "redoubt-snapshot/1";

    /** A snapshot of 2,500 hosts and 40,000 VMs is a tenth of it. */
    private static final long LONGEST = 1L << 30;

    private SnapshotCodec() {}

    /** Whether a file says at its beginning that it is a snapshot, of whatever version. */
    public static boolean names(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
            return begin.matches("(?s)\\s*\\{\\s*\"schema\"\\s*:\\s*\"redoubt-snapshot/.*");
        }
    }

    /** Writes it in ASCII alone. */
    public static void write(Snapshot snapshot, Writer out) throws IOException {
        SnapshotWriter.write(snapshot, out);
    }

    /** Replaces {@code file} as a whole, or leaves it as it was. */
    public static void write(Snapshot snapshot, Path file) throws IOException {
        Replacing.file(
                file, out -> SnapshotWriter.write(snapshot, new OutputStreamWriter(out, StandardCharsets.US_ASCII)));
    }

    /**
     * @throws SnapshotException when it is no snapshot, saying in which line and why
     * @throws IOException when it cannot be read at all
     */
    public static Snapshot read(Path file) throws SnapshotException, IOException {
        if (Files.size(file) > LONGEST) {
            throw new SnapshotException(file + " is longer than 1 GiB: it is no snapshot");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (SnapshotException wrong) {
            throw new SnapshotException(file + ": " + wrong.getMessage());
        }
    }

    static Snapshot read(InputStream in) throws SnapshotException {
        return new SnapshotReader(in, LONGEST).read();
    }
}
