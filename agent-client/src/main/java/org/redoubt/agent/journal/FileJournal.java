package org.redoubt.agent.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Journal;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.Run;

/**
 * A journal in a directory of files (docs/journal.md). What it has acknowledged survives a crash of the console and of
 * the machine; what is no longer as it was written is found and named when it is opened, and does not keep it from
 * opening. Its methods may be called from any thread.
 */
public final class FileJournal implements Journal {

    /** A file of the log that has reached this length is followed by a new one. */
    static final long SEGMENT = 16L << 20;

    /** So many of the newest entries are kept at hand, for whoever shows the end of the journal after each entry. */
    private static final int AT_HAND = 1000;

    private final Desk desk;
    private final Path directory;
    private final DeskLock lock;
    private final Lookup lookup;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private final Object guard = new Object();
    private final Deque<Entry> newest = new ArrayDeque<>();
    private final Map<UUID, Intent> open = new LinkedHashMap<>();
    private LogWriter log;
    private boolean closed;

    private FileJournal(Path directory, Desk desk, DeskLock lock) {
        this.directory = directory;
        this.desk = desk;
        this.lock = lock;
        this.lookup = new Lookup(directory, this::complain);
    }

    /**
     * Opens the journal in {@code directory} for this desk, and makes one if there is none. It writes that it was
     * opened, by which version, and what had to be mended.
     *
     * @throws JournalException when it cannot be written, or another desk is writing it; says what to do
     */
    public static FileJournal open(Path directory, Desk desk, String version) throws JournalException {
        return open(directory, desk, version, new OsDisk(), SEGMENT);
    }

    static FileJournal open(Path directory, Desk desk, String version, Disk disk, long segment)
            throws JournalException {
        Opening.prepare(directory);
        FileJournal journal = new FileJournal(directory, desk, DeskLock.take(directory, desk));
        boolean begun = false;
        try {
            journal.begin(new Opening(disk, directory), segment, version);
            begun = true;
            return journal;
        } finally {
            if (!begun) {
                journal.close();
            }
        }
    }

    private void begin(Opening opening, long segment, String version) throws JournalException {
        synchronized (guard) {
            try {
                log = opening.open(segment, (entry, line, place) -> remember(entry));
            } catch (IOException e) {
                throw failed("opened", e);
            }
            opening.findings().forEach(finding -> complain(finding.toString()));
            String repaired = complaints.stream().collect(Collectors.joining("\n"));
            write(new Entry.Opened(number(), desk.clock().wall(), desk.id(), version, repaired));
        }
    }

    @Override
    public Intent intend(Step step, Approval approval) throws JournalException {
        Intent intent;
        synchronized (guard) {
            Instant at = desk.clock().wall();
            intent = new Intent(
                    newId(),
                    number(),
                    at,
                    desk.id(),
                    approval.operator(),
                    approval.plan().title(),
                    step,
                    approval.accepted());
            write(new Entry.Intended(intent.entry(), at, desk.id(), intent));
        }
        tell();
        return intent;
    }

    @Override
    public void conclude(Intent intent, Outcome outcome) throws JournalException {
        synchronized (guard) {
            if (!open.containsKey(intent.id())) {
                throw new JournalException(
                        "The outcome of " + intent.title()
                                + " is settled already, or it was never intended in this journal: what is written is not changed.");
            }
            write(new Entry.Concluded(number(), desk.clock().wall(), desk.id(), intent.id(), outcome));
        }
        tell();
    }

    @Override
    public void score(Intent intent, Run run) throws JournalException {
        synchronized (guard) {
            write(new Entry.Scored(number(), desk.clock().wall(), desk.id(), intent.id(), run));
        }
        tell();
    }

    @Override
    public void note(String text) throws JournalException {
        synchronized (guard) {
            write(new Entry.Noted(number(), desk.clock().wall(), desk.id(), text));
        }
        tell();
    }

    @Override
    public List<Intent> open() {
        synchronized (guard) {
            return List.copyOf(open.values());
        }
    }

    @Override
    public List<Entry> latest(int most) {
        synchronized (guard) {
            if (most <= newest.size() || newest.size() < AT_HAND) {
                return newest.stream().limit(most).toList();
            }
        }
        return find(JournalFilter.ALL, most);
    }

    /**
     * The newest entries that {@code filter} lets through, newest first. It may take a while and never keeps a writer
     * waiting; when nothing can be read any more the list is empty and {@link #complaints()} says so.
     */
    public List<Entry> find(JournalFilter filter, int most) {
        try {
            return lookup.find(filter, most);
        } catch (IOException e) {
            complain("The journal in " + directory + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    @Override
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void onEntry(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        synchronized (guard) {
            if (closed) {
                return;
            }
            closed = true;
        }
        give(lookup::close);
        if (log != null) {
            give(log::close);
        }
        give(lock::close);
    }

    private interface Closing {
        void close() throws IOException, SQLException;
    }

    /** Everything acknowledged is on the disk already: a failure to close loses nothing. */
    private void give(Closing closing) {
        try {
            closing.close();
        } catch (IOException | SQLException e) {
            complain("The journal in " + directory + " could not be closed: " + e.getMessage());
        }
    }

    private void complain(String complaint) {
        if (!complaints.contains(complaint)) {
            complaints.add(complaint);
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private long number() throws JournalException {
        if (closed) {
            throw new JournalException("The journal in " + directory + " is closed: nothing can be done any more.");
        }
        return log.acknowledged().count() + 1;
    }

    private UUID newId() {
        UUID id;
        do {
            long high = desk.random().nextLong() & ~0xf000L | 0x4000L;
            long low = desk.random().nextLong() >>> 2 | Long.MIN_VALUE;
            id = new UUID(high, low);
        } while (open.containsKey(id));
        return id;
    }

    private void write(Entry entry) throws JournalException {
        SealedLine line = EntryCodec.write(entry, log.acknowledged().hash());
        if (line.bytes().length > EntryCodec.LONGEST_LINE) {
            throw new JournalException("An entry of " + line.bytes().length
                    + " bytes is too long for the journal: a name in it is longer than any real one.");
        }
        try {
            log.append(line);
        } catch (IOException e) {
            throw failed("written", e);
        }
        remember(entry);
    }

    private JournalException failed(String done, IOException e) {
        return new JournalException(
                "The journal in " + directory + " could not be " + done + ": " + e.getMessage()
                        + ". Nothing is done that cannot be written down first. Check that the disk has room and can be written to, then try again.",
                e);
    }

    private void remember(Entry entry) {
        newest.addFirst(entry);
        if (newest.size() > AT_HAND) {
            newest.removeLast();
        }
        switch (entry) {
            case Entry.Intended intended -> open.put(intended.intent().id(), intended.intent());
            case Entry.Concluded concluded when concluded.outcome().settled() -> open.remove(concluded.intent());
            case Entry.Concluded _, Entry.Opened _, Entry.Noted _, Entry.Scored _ -> {}
        }
    }
}
