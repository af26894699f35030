package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.redoubt.agent.port.JournalException;

/** What is done before a journal is written: everything verified, a tear mended, damage left as it is and named. */
final class Opening {

    private final Disk disk;
    private final Path directory;
    private final List<Finding> findings = new ArrayList<>();

    Opening(Disk disk, Path directory) {
        this.disk = disk;
        this.directory = directory;
    }

    /** Makes the directory if need be. */
    static void prepare(Path directory) throws JournalException {
        try {
            if (Files.exists(directory) && !Files.isDirectory(directory)) {
                throw new JournalException(
                        directory
                                + " is a file, but the journal needs a directory: move the file away, or choose another directory.");
            }
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            if (!Files.isWritable(directory)) {
                throw new JournalException(
                        directory
                                + " cannot be written to, and nothing may be done without a journal: give yourself the right to, or choose another directory.");
            }
        } catch (FileAlreadyExistsException e) {
            throw new JournalException(
                    "The directory " + directory + " cannot be made, for " + e.getMessage()
                            + " is a file: move it away, or choose another directory.",
                    e);
        } catch (IOException e) {
            throw new JournalException(
                    "The directory " + directory + " cannot be made: " + e + ". Make it, or choose another one.", e);
        }
    }

    /** Walks the log and opens it for writing; what it came upon is in {@link #findings()} then. */
    LogWriter open(long limit, ChainWalk.Visitor visitor) throws IOException {
        HeadFile.Reading reading = HeadFile.read(directory);
        List<Segments.Segment> segments = Segments.in(directory);
        ChainWalk walk = new ChainWalk(reading.head(), visitor);
        walk.all(segments);
        findings.addAll(reading.findings());
        if (reading.head().isEmpty()
                && (walk.next().count() > 0 || !reading.findings().isEmpty())) {
            findings.add(JournalReader.noHead(walk.reached()));
        }
        findings.addAll(walk.findings());
        if (walk.tear().isPresent()) {
            mend(walk.tear().get());
        }
        int last = segments.isEmpty() ? 0 : segments.getLast().number();
        // a file that is damaged is evidence: nothing is written behind the damage
        boolean spoilt = last == 0
                || walk.findings().stream()
                        .anyMatch(finding -> finding.damage() && finding.file().equals(Segments.name(last)));
        return LogWriter.open(disk, directory, limit, spoilt ? last + 1 : last, walk.next());
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Moves what was never acknowledged into a file of its own; nothing is thrown away. */
    private void mend(ChainWalk.Tear tear) throws IOException {
        byte[] torn;
        try (var in = Files.newInputStream(tear.segment().file())) {
            in.skipNBytes(tear.position());
            torn = in.readAllBytes();
        }
        Path kept = keep(tear.segment(), torn);
        try (Disk.Sheet sheet = disk.open(tear.segment().file())) {
            sheet.cut(tear.position());
            sheet.force();
        }
        findings.add(
                Finding.trace(tear.segment().name(), 0, "its unfinished end was moved into " + kept.getFileName()));
    }

    private Path keep(Segments.Segment segment, byte[] torn) throws IOException {
        for (int i = 1; ; i++) {
            Path kept = directory.resolve(segment.name() + "." + i + ".torn");
            // a crash in the middle of the last mending leaves the copy, whole or not: it is not made a second time
            if (Files.notExists(kept) || begins(torn, Files.readAllBytes(kept))) {
                try (Disk.Sheet sheet = disk.open(kept)) {
                    sheet.write(0, torn);
                    sheet.force();
                }
                disk.forceNames(directory);
                return kept;
            }
        }
    }

    private static boolean begins(byte[] whole, byte[] part) {
        return part.length <= whole.length && Arrays.equals(whole, 0, part.length, part, 0, part.length);
    }
}
