package org.redoubt.agent.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.redoubt.agent.journal.ChainWalk.Place;
import org.redoubt.agent.port.Entry;

/**
 * Finds entries through the index, and where that fails by reading the log: slower, and just as right. The index is
 * brought up to date when something is asked, never when something is written.
 */
final class Lookup implements AutoCloseable {

    private final Path directory;
    private final Consumer<String> complain;
    private JournalIndex index;

    Lookup(Path directory, Consumer<String> complain) {
        this.directory = directory;
        this.complain = complain;
    }

    /** The newest entries that {@code filter} lets through, newest first. */
    synchronized List<Entry> find(JournalFilter filter, int most) throws IOException {
        try {
            return byIndex(filter, most);
        } catch (SQLException | IOException first) {
            complain.accept("The index of the journal could not be used (" + cause(first)
                    + "); it was deleted and made again from the log.");
        }
        try {
            drop();
            return byIndex(filter, most);
        } catch (SQLException | IOException again) {
            complain.accept("The index of the journal cannot be made (" + cause(again)
                    + "); searches read the log instead and take longer.");
        }
        return byReading(filter, most);
    }

    private static String cause(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private List<Entry> byIndex(JournalFilter filter, int most) throws SQLException, IOException {
        if (index == null) {
            index = JournalIndex.open(directory);
        }
        catchUp();
        List<Entry> entries = new ArrayList<>();
        for (Place place : index.find(filter, most)) {
            entries.add(entry(line(place)));
        }
        return entries;
    }

    /** Reads what was written since; an index that knows another past than the log has is of no use. */
    private void catchUp() throws SQLException, IOException {
        Head reached = index.reached();
        Place place = reached.count() == 0 ? new Place(0, 0, 0) : end(reached);
        try (JournalIndex.Filling filling = index.new Filling()) {
            ChainWalk walk = new ChainWalk(reached, filling);
            for (Segments.Segment segment : Segments.in(directory)) {
                if (segment.number() >= place.segment()) {
                    long from = segment.number() == place.segment() ? place.position() + place.length() : 0;
                    walk.one(segment, from, false);
                }
            }
            filling.finish();
        }
    }

    /** Where the index ends, if the log has that very entry there. */
    private Place end(Head reached) throws SQLException, IOException {
        Place place = index.at(reached.count()).stream()
                .findFirst()
                .orElseThrow(() -> new IOException("it lacks the entry that it ends with"));
        if (!line(place).stored().equals(reached.hash())) {
            throw new IOException("it ends with an entry that the log does not have");
        }
        return place;
    }

    private SealedLine line(Place place) throws IOException {
        if (place.length() < 1 || place.length() > EntryCodec.LONGEST_LINE) {
            throw new IOException("it names a line that cannot be");
        }
        byte[] bytes = new byte[place.length() - 1];
        try (RandomAccessFile file =
                new RandomAccessFile(Segments.file(directory, place.segment()).toFile(), "r")) {
            file.seek(place.position());
            file.readFully(bytes);
        }
        return SealedLine.of(bytes)
                .filter(SealedLine::whole)
                .orElseThrow(() -> new IOException("it names a line that the log does not have"));
    }

    private static Entry entry(SealedLine line) throws IOException {
        try {
            return EntryCodec.read(line.json()).entry();
        } catch (EntryCodec.UnreadableException e) {
            throw new IOException(e);
        }
    }

    private List<Entry> byReading(JournalFilter filter, int most) throws IOException {
        Deque<Entry> newest = new ArrayDeque<>();
        Predicate<Entry> fits = filter.inOrder();
        ChainWalk walk = new ChainWalk(Optional.empty(), (entry, line, place) -> {
            if (fits.test(entry)) {
                newest.addFirst(entry);
                if (newest.size() > most) {
                    newest.removeLast();
                }
            }
        });
        walk.all(Segments.in(directory));
        return List.copyOf(newest);
    }

    private void drop() throws SQLException, IOException {
        try {
            close();
        } finally {
            JournalIndex.delete(directory);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (index != null) {
            JournalIndex closing = index;
            index = null;
            closing.close();
        }
    }
}
