package org.redoubt.agent.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A segment's bytes as lines. No line, however long, takes more memory than the longest that is allowed. */
final class LineReader implements AutoCloseable {

    /**
     * A line as it stands in the file.
     *
     * @param bytes without its line feed; at most a little more than the longest line that is allowed
     * @param position where it begins
     * @param length with its line feed, and with what was too long to keep
     * @param ended whether a line feed ends it
     */
    record Line(byte[] bytes, long position, long length, boolean ended) {
        boolean tooLong() {
            return length > EntryCodec.LONGEST_LINE;
        }
    }

    private final InputStream in;
    private long position;

    LineReader(Path file, long from) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.skipNBytes(from);
        position = from;
    }

    /** The next line, or null at the end of the file. */
    Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        long length = 0;
        int octet = in.read();
        while (octet >= 0) {
            length++;
            if (octet == '\n') {
                break;
            }
            if (length <= EntryCodec.LONGEST_LINE) {
                bytes.write(octet);
            }
            octet = in.read();
        }
        if (length == 0) {
            return null;
        }
        Line line = new Line(bytes.toByteArray(), position, length, octet == '\n');
        position += length;
        return line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
