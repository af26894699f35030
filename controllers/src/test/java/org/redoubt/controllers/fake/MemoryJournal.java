package org.redoubt.controllers.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.redoubt.agent.port.Entry;
import org.redoubt.agent.port.Intent;
import org.redoubt.agent.port.Journal;
import org.redoubt.agent.port.JournalException;
import org.redoubt.topology.plan.Approval;
import org.redoubt.topology.plan.Outcome;
import org.redoubt.topology.plan.Step;
import org.redoubt.topology.plan.forecast.Run;

/** A journal that forgets everything when the test ends, and fails when it is told to. */
public final class MemoryJournal implements Journal {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Intent> earlier = new CopyOnWriteArrayList<>();
    private final List<Entry> late = new CopyOnWriteArrayList<>();
    private volatile boolean full;
    private volatile boolean closed;

    /** From now on nothing can be written. */
    public void full() {
        full = true;
    }

    /** An intent that an earlier run left open. */
    public Intent left(Step step, String title) {
        Intent intent =
                new Intent(UUID.randomUUID(), 1, Instant.EPOCH, "desk-1", "ada", title, step, java.util.Set.of());
        earlier.add(intent);
        return intent;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The outcomes in the order in which they were written. */
    public List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Concluded concluded) {
                outcomes.add(concluded.outcome());
            }
        }
        return outcomes;
    }

    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.Noted noted) {
                notes.add(noted.text());
            }
        }
        return notes;
    }

    public long intents() {
        return entries.stream().filter(Entry.Intended.class::isInstance).count();
    }

    @Override
    public synchronized Intent intend(Step step, Approval approval) throws JournalException {
        Intent intent = new Intent(
                UUID.randomUUID(),
                next(),
                Instant.EPOCH,
                "desk-1",
                approval.operator(),
                approval.plan().title(),
                step,
                approval.accepted());
        write(new Entry.Intended(next(), Instant.EPOCH, "desk-1", intent));
        return intent;
    }

    @Override
    public synchronized void conclude(Intent intent, Outcome outcome) throws JournalException {
        write(new Entry.Concluded(next(), Instant.EPOCH, "desk-1", intent.id(), outcome));
    }

    @Override
    public synchronized void score(Intent intent, Run run) throws JournalException {
        write(new Entry.Scored(next(), Instant.EPOCH, "desk-1", intent.id(), run));
    }

    @Override
    public synchronized void note(String text) throws JournalException {
        write(new Entry.Noted(next(), Instant.EPOCH, "desk-1", text));
    }

    /** For {@code Logbook}: any entry. */
    public void write(Entry entry) throws JournalException {
        if (closed) {
            late.add(entry);
            throw new JournalException("the journal is closed");
        }
        if (full) {
            throw new JournalException("journal.jsonl: no space left");
        }
        entries.add(entry);
        listeners.forEach(Runnable::run);
    }

    private long next() {
        return entries.size() + 1L;
    }

    @Override
    public List<Intent> open() {
        return List.copyOf(earlier);
    }

    @Override
    public List<Entry> latest(int most) {
        return entries.reversed().stream().limit(most).toList();
    }

    @Override
    public List<String> complaints() {
        return List.of("line 3 was torn");
    }

    @Override
    public void onEntry(Runnable listener) {
        listeners.add(listener);
    }

    /** What somebody wanted written after it was closed. */
    public List<Entry> late() {
        return List.copyOf(late);
    }

    @Override
    public void close() {
        closed = true;
    }
}
