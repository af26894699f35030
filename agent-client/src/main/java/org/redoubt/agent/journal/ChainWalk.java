package org.redoubt.agent.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redoubt.agent.port.Entry;

/**
 * Goes through a journal line by line and holds each against its own hash, the line before it and the head. It names
 * every line that is not as it was written, and goes on behind it: what is still whole is still told.
 */
final class ChainWalk {

    /** Is given each whole entry, in order. */
    interface Visitor {
        void entry(Entry entry, SealedLine line, Place place) throws IOException;
    }

    /**
     * Where a line stands.
     *
     * @param segment the number of its file
     * @param position of its first byte
     * @param length with its line feed
     */
    record Place(int segment, long position, int length) {}

    /** Bytes at the end of the last file that were never acknowledged: the machine or the console died in a write. */
    record Tear(Segments.Segment segment, long position) {}

    private final Optional<Head> head;
    private final Visitor visitor;
    private final List<Finding> findings = new ArrayList<>();
    private long number;
    private String hash = SealedLine.NOTHING;
    /** Lines since the last whole one that could not be read. */
    private long unreadable;

    private Segments.Segment segment;
    private long lines;
    private boolean last;
    private Tear tear;

    ChainWalk(Optional<Head> head, Visitor visitor) {
        this.head = head;
        this.visitor = visitor;
    }

    /** As one that has come as far as entry {@code number}. */
    ChainWalk(Head reached, Visitor visitor) {
        this(Optional.empty(), visitor);
        number = reached.count();
        hash = reached.hash();
    }

    /** Walks all files, and then holds the end against the head that was read before. */
    void all(List<Segments.Segment> segments) throws IOException {
        files(segments);
        if (head.isPresent()) {
            end(head.get().count());
        }
    }

    /** Walks all files, and leaves it to a call of {@link #end} to hold their end against the head. */
    void files(List<Segments.Segment> segments) throws IOException {
        findings.addAll(Segments.gaps(segments));
        for (Segments.Segment each : segments) {
            one(each, 0, each == segments.getLast());
        }
    }

    /** Walks one file from a line's beginning. */
    void one(Segments.Segment file, long from, boolean isLast) throws IOException {
        segment = file;
        last = isLast;
        lines = 0;
        try (LineReader reader = new LineReader(file.file(), from)) {
            for (LineReader.Line line = reader.next(); line != null && tear == null; line = reader.next()) {
                lines++;
                take(line);
            }
        }
    }

    private void take(LineReader.Line line) throws IOException {
        Optional<SealedLine> sealed = line.tooLong() ? Optional.empty() : SealedLine.of(line.bytes());
        if (line.tooLong()) {
            broken(line, "it is longer than any line of a journal");
        } else if (!line.ended() && sealed.filter(SealedLine::whole).isPresent()) {
            broken(line, "its line feed is gone");
        } else if (sealed.isEmpty()) {
            broken(line, "it does not end as a line of a journal does");
        } else if (!sealed.get().whole()) {
            broken(line, "what it says does not match its hash");
        } else {
            whole(line, sealed.get());
        }
    }

    private void whole(LineReader.Line line, SealedLine sealed) throws IOException {
        EntryCodec.Read read;
        try {
            read = EntryCodec.read(sealed.json());
        } catch (EntryCodec.UnreadableException wrong) {
            broken(line, "its hash is right, but it cannot be understood: " + wrong.getMessage());
            return;
        }
        long expected = number + 1 + unreadable;
        long stands = read.entry().number();
        boolean follows = unreadable > 0 || read.previous().equals(hash);
        if (stands <= number) {
            damage("entry " + stands + " stands behind entry " + number + ": lines were put in, moved or repeated");
            return;
        }
        if (stands > expected) {
            damage(missing(number + 1 + unreadable, stands - 1) + " missing before it");
        } else if (stands < expected) {
            damage("there are more lines before it than entries: lines were put in");
        } else if (!follows) {
            damage("it was written behind another line than the one before it: one of the two was replaced");
        }
        number = stands;
        hash = sealed.stored();
        unreadable = 0;
        if (head.isPresent()
                && head.get().count() == number
                && !head.get().hash().equals(hash)) {
            damage("the head acknowledges another entry " + number + " than this one");
        }
        visitor.entry(read.entry(), sealed, new Place(segment.number(), line.position(), (int) line.length()));
    }

    /**
     * A line that cannot be used. Behind everything that was acknowledged, in the last file, it is what a crash leaves;
     * anywhere else it is damage.
     */
    private void broken(LineReader.Line line, String says) {
        if (unacknowledged()) {
            tear = new Tear(segment, line.position());
            findings.add(Finding.trace(
                    segment.name(),
                    lines,
                    "an unfinished line: a crash in the middle of a write that was never acknowledged"));
        } else {
            unreadable++;
            damage(says);
        }
    }

    private boolean unacknowledged() {
        return last
                && unreadable == 0
                && head.isPresent()
                && number >= head.get().count();
    }

    /**
     * Holds the end against the head.
     *
     * @param meanwhile how many entries the head acknowledges now: a desk may have written while this was reading
     */
    void end(long meanwhile) {
        long acknowledged = head.orElse(Head.START).count();
        long missing = acknowledged - number - unreadable;
        if (missing > 0) {
            String says =
                    missing(number + unreadable + 1, acknowledged) + " missing at the end, which the head acknowledges";
            findings.add(Finding.damage(segment == null ? Segments.name(1) : segment.name(), 0, says));
        }
        long beyond = number - Math.max(acknowledged, meanwhile);
        if (beyond == 1) {
            findings.add(Finding.trace(
                    segment.name(),
                    lines,
                    "entry " + number + " had been written and not yet acknowledged; it counts"));
        } else if (beyond > 1) {
            String says = "it acknowledges " + acknowledged + " entries, but there are " + number
                    + ": an older head was put back";
            findings.add(Finding.damage(HeadFile.NAME, 0, says));
        }
    }

    private void damage(String says) {
        findings.add(Finding.damage(segment.name(), lines, says));
    }

    private static String missing(long from, long to) {
        return from == to ? "entry " + from + " is" : "entries " + from + " to " + to + " are";
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    Optional<Tear> tear() {
        return Optional.ofNullable(tear);
    }

    /** The number and hash of the last whole entry. */
    Head reached() {
        return new Head(number, hash);
    }

    /**
     * What the next entry follows on: never a number that was acknowledged before, even where its line is gone.
     */
    Head next() {
        if (head.isPresent() && head.get().count() > number) {
            return head.get();
        }
        return new Head(number + unreadable, hash);
    }
}
