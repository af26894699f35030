package org.redoubt.agent.libvirt;

import static org.redoubt.topology.model.Attributes.ADDRESS;
import static org.redoubt.topology.model.Attributes.BEAT_EXPECTED;
import static org.redoubt.topology.model.Attributes.LINK;
import static org.redoubt.topology.model.Attributes.LINK_DETAIL;
import static org.redoubt.topology.model.Attributes.PEER_ADDRESS;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.redoubt.agent.libvirt.Voice.Topic;
import org.redoubt.agent.libvirt.wire.Handles;
import org.redoubt.agent.link.Backoff;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.FactSource;
import org.redoubt.topology.fact.Fact;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;
import org.redoubt.topology.model.Source;

/**
 * Watches one host through a read-only libvirt connection: polls, is told of events, reconnects for as long as it is
 * open. Only the link's claims change when the connection fails; what was heard of the VMs stays, and grows old. A call
 * that hangs in native code cannot be interrupted: a watchdog beside its thread says so, and in the end gives that
 * thread up for another.
 */
final class LibvirtSource implements FactSource {

    /** A thread that is stuck for good is replaced this many times; then what is stuck is waited for. */
    private static final int MOST_ABANDONED = 3;

    private final HostEntry entry;
    private final LibvirtLibrary library;
    private final Desk desk;
    private final Pace pace;
    private final Handles handles;
    private final Identity identity;
    private final RandomGenerator random;
    private final Voice voice;
    private final Runnable whenConnected;
    private Session session;
    private int abandoned;
    private boolean closed;

    LibvirtSource(
            HostEntry entry,
            LibvirtLibrary library,
            Desk desk,
            Pace pace,
            Handles handles,
            Identity identity,
            RandomGenerator random,
            Runnable whenConnected) {
        this.whenConnected = whenConnected;
        this.library = library;
        this.entry = entry;
        this.desk = desk;
        this.pace = pace;
        this.handles = handles;
        this.identity = identity;
        this.random = random;
        this.voice = new Voice(new Source("libvirt", entry.key()), desk.clock());
    }

    @Override
    public Source source() {
        return new Source("libvirt", entry.key());
    }

    @Override
    public synchronized void start(Consumer<? super Fact> sink) {
        if (session != null || closed) {
            throw new IllegalStateException("a source is started once");
        }
        voice.begin(sink);
        ElementId id = entry.id();
        voice.report()
                .of(
                        id,
                        Topic.ADDRESS,
                        new Said(id)
                                .that(ADDRESS, entry.address())
                                .that(PEER_ADDRESS, entry.destination())
                                .that(BEAT_EXPECTED, pace.poll())
                                .all())
                .of(
                        id,
                        Topic.LINK,
                        link(new LinkVerdict(LinkState.CONNECTING, "Connecting."))
                                .all())
                .say();
        begin();
    }

    private void begin() {
        session = new Session(this, entry, library, desk, pace, handles, identity, new Backoff(random), whenConnected);
        session.begin();
    }

    Said link(LinkVerdict verdict) {
        return new Said(entry.id()).that(LINK, verdict.state()).that(LINK_DETAIL, verdict.detail());
    }

    Voice voice() {
        return voice;
    }

    /** Whether {@code asking} is the session that speaks for this source; one that was given up no longer does. */
    synchronized boolean speaksFor(Session asking) {
        return session == asking && !closed;
    }

    /** Says how the link stands, for a session that still speaks. */
    synchronized void say(Session speaker, LinkVerdict verdict) {
        if (speaksFor(speaker)) {
            voice.say(entry.id(), Topic.LINK, link(verdict).all());
        }
    }

    /** The watchdog's look, about once a second, on a thread that makes no native calls. */
    synchronized void check() {
        if (session == null || closed) {
            return;
        }
        long now = desk.clock().millis();
        session.overdue(now)
                .ifPresent(verdict ->
                        voice.say(entry.id(), Topic.LINK, link(verdict).all()));
        if (session.stuck(now) && abandoned < MOST_ABANDONED) {
            abandoned++;
            Session left = session;
            begin();
            session.follows(left);
        }
    }

    /** Nothing is heard of it from now on; does not wait. */
    synchronized void stop() {
        closed = true;
        voice.end();
        if (session != null) {
            session.end();
        }
    }

    /** Waits for its thread, which may be in a native call and then ends when that returns. */
    void await(long millis) {
        Session last;
        synchronized (this) {
            last = session;
        }
        if (last != null) {
            last.await(millis);
        }
    }

    @Override
    public void close() {
        stop();
        await(pace.closing());
    }
}
