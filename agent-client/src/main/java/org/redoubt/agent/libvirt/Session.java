package org.redoubt.agent.libvirt;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.redoubt.agent.libvirt.wire.CallTimer;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Events;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.agent.libvirt.wire.LibraryMissing;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.link.Backoff;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.agent.port.Desk;
import org.redoubt.topology.model.LinkState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The owner thread of a watch connection: connects, reads, polls, reacts to events, connects again. It alone makes the
 * calls; callbacks only leave a note in its queue.
 */
final class Session implements Events.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** virConnectCloseReason: the keepalive went unanswered. */
    private static final int CLOSED_BY_KEEPALIVE = 2;

    private static final LinkVerdict NO_ANSWER = new LinkVerdict(
            LinkState.UNREACHABLE,
            "No answer yet: the machine is off, hangs, or the path to it is cut. Check this desk's own network first.");
    private static final LinkVerdict CLOSED = new LinkVerdict(
            LinkState.LOST,
            "The host closed the connection: its libvirtd stopped or was killed. The console goes on trying.");

    /** What a host is made of is read again after this many rounds: some drivers take seconds to tell. */
    private static final int ROUNDS_PER_CAPABILITIES = 10;

    /** How long a first reading may take before what there is of it is shown. */
    private static final long FIRST_READING = 3_000;

    private sealed interface Note {
        record Changed(String uuid) implements Note {}

        record Works(String uuid) implements Note {}

        record Closed(int reason) implements Note {}

        record Wake() implements Note {}
    }

    private final LibvirtSource source;
    private final HostEntry entry;
    private final LibvirtLibrary library;
    private final Desk desk;
    private final Pace pace;
    private final Handles handles;
    private final Identity identity;
    private final Backoff backoff;
    private final CallTimer timer;
    private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean ending;
    private volatile boolean connected;
    private volatile boolean hung;
    private final Readings readings;
    private final Runnable whenConnected;

    Session(
            LibvirtSource source,
            HostEntry entry,
            LibvirtLibrary library,
            Desk desk,
            Pace pace,
            Handles handles,
            Identity identity,
            Backoff backoff,
            Runnable whenConnected) {
        this.whenConnected = whenConnected;
        this.source = source;
        this.entry = entry;
        this.library = library;
        this.desk = desk;
        this.pace = pace;
        this.handles = handles;
        this.identity = identity;
        this.backoff = backoff;
        this.timer = new CallTimer(desk.clock());
        this.readings = new Readings(entry.id(), source, desk.clock(), this::say);
        this.thread = desk.thread("libvirt watch " + entry.key(), this::run);
    }

    void begin() {
        thread.start();
    }

    /** It goes on where a session that is stuck was given up. */
    void follows(Session stuck) {
        hung = stuck.hung || stuck.connected;
        stuck.ending = true;
    }

    /** Ends it; a thread that is in a native call ends when that returns. */
    void end() {
        ending = true;
        notes.add(new Note.Wake());
    }

    void await(long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    // --- callbacks: the event loop's thread

    @Override
    public void changed(String uuid) {
        notes.add(new Note.Changed(uuid));
    }

    @Override
    public void works(String uuid) {
        notes.add(new Note.Works(uuid));
    }

    @Override
    public void closed(int reason) {
        notes.add(new Note.Closed(reason));
    }

    // --- the watchdog's thread

    /** What is to be said of a call that takes too long; empty while none does. */
    Optional<LinkVerdict> overdue(long now) {
        long millis = timer.millis(now);
        if (connected && millis >= pace.hang()) {
            hung = true;
            return Optional.of(LibvirtVerdict.hangs("It has stopped answering (" + timer.call() + ")", ""));
        }
        if (!connected && millis >= pace.connect()) {
            return Optional.of(hung ? LibvirtVerdict.hangs("It takes connections but does not answer", "") : NO_ANSWER);
        }
        return Optional.empty();
    }

    boolean stuck(long now) {
        return timer.millis(now) >= pace.abandon();
    }

    // --- the owner thread

    private void run() {
        try {
            while (goesOn()) {
                LinkVerdict verdict = attempt();
                source.say(this, verdict);
                pause(backoff.next());
            }
        } catch (InterruptedException asked) {
            LOG.debug("{} was interrupted", thread.getName());
        }
    }

    private LinkVerdict attempt() throws InterruptedException {
        try {
            return connectAndWatch();
        } catch (RuntimeException bug) {
            // a bug of ours ends neither the watching of this host nor that of the others
            LOG.error("watching {} failed; it is tried again", entry.key(), bug);
            return new LinkVerdict(LinkState.FAILED, "The console itself failed here, and tries again: " + bug);
        }
    }

    private boolean goesOn() {
        return !ending && source.speaksFor(this);
    }

    /** Waits, for as long as it is not asked to end. */
    private void pause(long millis) throws InterruptedException {
        notes.clear();
        long until = desk.clock().millis() + millis;
        for (long left = millis;
                left > 0 && goesOn();
                left = until - desk.clock().millis()) {
            notes.poll(left, TimeUnit.MILLISECONDS);
        }
    }

    /** One connection from beginning to end; says why it ended. */
    private LinkVerdict connectAndWatch() throws InterruptedException {
        try {
            try (Connection connection = Connection.open(library.open(), handles, timer, entry.opened(), true)) {
                return watch(connection);
            } finally {
                connected = false;
            }
        } catch (LibraryMissing missing) {
            return new LinkVerdict(LinkState.NO_LIBRARY, missing.getMessage());
        } catch (LibvirtFault fault) {
            hung = false;
            return LibvirtVerdict.of(fault);
        }
    }

    private LinkVerdict watch(Connection connection) throws InterruptedException {
        try {
            notes.clear();
            boolean keepsAlive = connection.keepAlive();
            boolean events = connection.listen(this);
            Optional<String> machine = readings.connected(connection, events, keepsAlive);
            if (machine.isPresent() && !identity.accepts(machine.get())) {
                return new LinkVerdict(LinkState.FAILED, identity.objection(machine.get()));
            }
            return loop();
        } catch (LibvirtFault fault) {
            if (connection.alive()) {
                return LibvirtVerdict.of(fault);
            }
            LinkVerdict verdict = LibvirtVerdict.lost(fault);
            hung = hung || verdict.state() == LinkState.HANGS;
            return hung ? LibvirtVerdict.hangs("It stopped answering", fault.getMessage()) : verdict;
        }
    }

    private LinkVerdict loop() throws LibvirtFault, InterruptedException {
        readings.first(desk.clock().millis() + FIRST_READING);
        answered();
        // only now: a link that connects and breaks at once has not recovered
        backoff.reset();
        whenConnected.run();
        int rounds = 0;
        long nextRound = desk.clock().millis() + pace.round();
        long nextPoll = desk.clock().millis() + pace.poll();
        while (goesOn()) {
            long left =
                    readings.pending() ? 0 : Math.max(0, nextPoll - desk.clock().millis());
            Note note = left == 0 ? notes.poll() : notes.poll(left, TimeUnit.MILLISECONDS);
            if (note != null) {
                Optional<LinkVerdict> end = react(note);
                if (end.isPresent()) {
                    return end.get();
                }
            } else if (desk.clock().millis() >= nextPoll) {
                nextPoll = desk.clock().millis() + pace.poll();
                readings.poll();
                answered();
                if (desk.clock().millis() >= nextRound) {
                    nextRound = desk.clock().millis() + pace.round();
                    readings.round(++rounds % ROUNDS_PER_CAPABILITIES == 0);
                }
            } else if (readings.pending()) {
                readings.step();
            }
        }
        return CLOSED;
    }

    private void answered() {
        connected = true;
        hung = false;
    }

    private void say(Voice.Report report) {
        if (goesOn()) {
            report.say();
        }
    }

    /** Reads what an event was about; several that came together are read once. */
    private Optional<LinkVerdict> react(Note first) throws LibvirtFault {
        Set<Note> waiting = new HashSet<>();
        waiting.add(first);
        notes.drainTo(waiting);
        Set<String> changed = new HashSet<>();
        Set<String> working = new HashSet<>();
        for (Note note : waiting) {
            switch (note) {
                case Note.Closed(int reason) -> {
                    hung = reason == CLOSED_BY_KEEPALIVE;
                    return Optional.of(hung ? LibvirtVerdict.hangs("It stopped answering keepalives", "") : CLOSED);
                }
                case Note.Changed(String uuid) -> changed.add(uuid);
                case Note.Works(String uuid) -> working.add(uuid);
                case Note.Wake() -> {}
            }
        }
        working.removeAll(changed);
        readings.changed(changed, working);
        return Optional.empty();
    }
}
