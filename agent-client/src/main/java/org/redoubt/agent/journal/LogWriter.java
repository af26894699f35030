package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes lines to the end of the log. The order is what makes an acknowledged entry safe: line, force, head, force.
 * After a failure it first puts log and head back to what was acknowledged last; until that succeeds it writes nothing.
 */
final class LogWriter implements AutoCloseable {

    private final Disk disk;
    private final Path directory;
    private final long limit;
    private final HeadFile head;

    private Head acknowledged;
    private int segment;
    private Disk.Sheet sheet;
    private long length;
    private boolean doubtful;

    private LogWriter(Disk disk, Path directory, long limit, HeadFile head, Head acknowledged) {
        this.disk = disk;
        this.directory = directory;
        this.limit = limit;
        this.head = head;
        this.acknowledged = acknowledged;
    }

    /**
     * Opens the log to be gone on with in the file {@code segment}, behind {@code acknowledged}.
     *
     * @param limit a file that has reached this length is followed by a new one
     */
    static LogWriter open(Disk disk, Path directory, long limit, int segment, Head acknowledged) throws IOException {
        LogWriter writer = new LogWriter(disk, directory, limit, HeadFile.open(disk, directory), acknowledged);
        try {
            writer.begin(segment);
            writer.head.restore(acknowledged);
            disk.forceNames(directory);
        } catch (IOException e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    private void begin(int number) throws IOException {
        Disk.Sheet opened = disk.open(Segments.file(directory, number));
        long size;
        try {
            size = opened.size();
            disk.forceNames(directory);
        } catch (IOException e) {
            opened.close();
            throw e;
        }
        // only now, when nothing can fail any more: a length that belongs to another file would overwrite this one
        Disk.Sheet before = sheet;
        sheet = opened;
        length = size;
        segment = number;
        if (before != null) {
            before.close();
        }
    }

    /** The last entry that was acknowledged: what the next line follows on. */
    Head acknowledged() {
        return acknowledged;
    }

    /** Appends the line of the entry behind {@link #acknowledged()}; when it returns, it survives a crash. */
    void append(SealedLine line) throws IOException {
        if (doubtful) {
            mend();
        }
        if (length >= limit) {
            begin(segment + 1);
        }
        byte[] bytes = line.bytes();
        Head next = new Head(acknowledged.count() + 1, line.stored());
        doubtful = true;
        sheet.write(length, bytes);
        sheet.force();
        head.write(next);
        doubtful = false;
        length += bytes.length;
        acknowledged = next;
    }

    /**
     * Head first, then log: a crash between the two leaves one line more than the head acknowledges, which the next
     * start accepts. The other way round the head would acknowledge a line that is gone.
     */
    private void mend() throws IOException {
        head.restore(acknowledged);
        sheet.cut(length);
        sheet.force();
        doubtful = false;
    }

    @Override
    public void close() throws IOException {
        try {
            if (sheet != null) {
                sheet.close();
            }
        } finally {
            head.close();
        }
    }
}
