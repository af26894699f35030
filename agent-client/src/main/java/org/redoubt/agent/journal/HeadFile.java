package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file that holds the {@link Head}: two records of a fixed size that are overwritten in turn, so that whatever a
 * crash does to one of them, the other is the head of one entry before (docs/decisions/journal-head.md).
 */
final class HeadFile implements AutoCloseable {

    static final String NAME = "head";

    /**
     * What the file says.
     *
     * @param head the newer of its readable records; empty when there is no file or none is readable
     * @param findings what is wrong with it
     */
    record Reading(Optional<Head> head, List<Finding> findings) {}

    private final Disk.Sheet sheet;

    private HeadFile(Disk.Sheet sheet) {
        this.sheet = sheet;
    }

    /** Opens it for writing; makes it if it is not there. Its contents stay as they are. */
    static HeadFile open(Disk disk, Path directory) throws IOException {
        return new HeadFile(disk.open(directory.resolve(NAME)));
    }

    static Reading read(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (Files.notExists(file)) {
            return new Reading(Optional.empty(), List.of());
        }
        byte[] bytes;
        try (var in = Files.newInputStream(file)) {
            bytes = in.readNBytes(2 * Head.RECORD + 1);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<Finding> findings = new ArrayList<>();
        Optional<Head> newest = Optional.empty();
        for (int i = 0; i < 2; i++) {
            int from = Math.min(text.length(), i * Head.RECORD);
            Optional<Head> head = Head.parse(text.substring(from, Math.min(text.length(), from + Head.RECORD)));
            if (head.isEmpty()) {
                findings.add(Finding.damage(NAME, i + 1, "this record is not as it was written"));
            } else if (newest.isEmpty() || newest.get().count() < head.get().count()) {
                newest = head;
            }
        }
        if (bytes.length > 2 * Head.RECORD) {
            findings.add(Finding.damage(NAME, 3, "something stands behind its two records"));
        }
        return new Reading(newest, findings);
    }

    /** Acknowledges: when it returns, this head survives a crash; until then the one before it does. */
    void write(Head head) throws IOException {
        put(head.count() % 2, head);
    }

    /** Puts the head into both records, first into the one that a failed {@link #write} of the next may have touched. */
    void restore(Head head) throws IOException {
        put((head.count() + 1) % 2, head);
        put(head.count() % 2, head);
        sheet.cut(2L * Head.RECORD);
        sheet.force();
    }

    private void put(long record, Head head) throws IOException {
        sheet.write(record * Head.RECORD, head.record().getBytes(StandardCharsets.US_ASCII));
        sheet.force();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
