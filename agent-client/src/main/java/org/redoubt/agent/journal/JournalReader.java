package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.JournalException;

/**
 * Reads and verifies a journal without changing a byte of it, also while a desk is writing it. It opens nothing but the
 * log itself: the directory may be evidence that somebody else has handed over.
 */
public final class JournalReader {

    /** Is given each entry that is as it was written, in order. */
    public interface Visitor {
        /** @param line its line, without the line feed */
        void entry(Entry entry, String line) throws JournalException;
    }

    private static final int TRIES = 5;

    private final Path directory;

    /** @throws JournalException when there is no journal in {@code directory} */
    public JournalReader(Path directory) throws JournalException {
        this.directory = directory;
        if (!Files.isDirectory(directory)) {
            throw new JournalException(directory + " is not a directory: name the directory that holds the journal.");
        }
        if (Files.notExists(directory.resolve(HeadFile.NAME)) && segments().isEmpty()) {
            throw new JournalException("There is no journal in " + directory + ": it holds no " + Segments.name(1)
                    + " and no " + HeadFile.NAME + "." + below());
        }
    }

    /** The directory that holds the journals of all sites is easily taken for one of them. */
    private String below() throws JournalException {
        try (Stream<Path> children = Files.list(directory)) {
            List<String> journals = children.filter(child -> Files.exists(child.resolve(HeadFile.NAME)))
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .limit(10)
                    .toList();
            return journals.isEmpty() ? "" : " There are some below it: " + String.join(", ", journals) + ".";
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private JournalException unreadable(IOException e) {
        return new JournalException("The journal in " + directory + " cannot be read: " + e.getMessage() + ".", e);
    }

    /** What is wrong with it, and nothing else; empty when every acknowledged entry is as it was written. */
    public List<Finding> verify() throws JournalException {
        return read((entry, line) -> {});
    }

    /**
     * Tells every whole entry.
     *
     * @return what is wrong with the others, as {@link #verify()}
     */
    public List<Finding> read(Visitor visitor) throws JournalException {
        try {
            HeadFile.Reading before = HeadFile.read(directory);
            List<Finding> findings = walk(before, telling(visitor));
            for (int tries = 1; tries < TRIES && !findings.isEmpty(); tries++) {
                // a desk that is writing moves the end while it is read: only what stands still is a finding
                HeadFile.Reading after = HeadFile.read(directory);
                if (after.equals(before)) {
                    break;
                }
                before = after;
                findings = walk(before, (entry, line, place) -> {});
            }
            return findings;
        } catch (Refused refused) {
            throw refused.reason;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Carries past the walk what a visitor failed with. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final JournalException reason;

        Refused(JournalException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static ChainWalk.Visitor telling(Visitor visitor) {
        return (entry, line, place) -> {
            try {
                visitor.entry(entry, line.text());
            } catch (JournalException failed) {
                throw new Refused(failed);
            }
        };
    }

    private List<Finding> walk(HeadFile.Reading head, ChainWalk.Visitor visitor) throws IOException, JournalException {
        List<Finding> findings = new ArrayList<>(head.findings());
        ChainWalk walk = new ChainWalk(head.head(), visitor);
        walk.files(segments());
        if (head.head().isPresent()) {
            walk.end(HeadFile.read(directory).head().map(Head::count).orElse(0L));
        }
        findings.addAll(walk.findings());
        if (head.head().isEmpty()) {
            findings.add(noHead(walk.reached()));
        }
        return List.copyOf(findings);
    }

    static Finding noHead(Head reached) {
        return Finding.damage(
                HeadFile.NAME,
                0,
                "it is gone or unreadable: whether entries behind number " + reached.count()
                        + " were cut off cannot be told");
    }

    private List<Segments.Segment> segments() throws JournalException {
        try {
            return Segments.in(directory);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
