package org.redoubt.agent.libvirt.wire;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.redoubt.agent.port.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libvirt's event loop: one thread that runs it for the life of the process, for keepalives, close callbacks and events
 * of all connections. libvirt is handed one callback of each kind that lives as long, and the listener's number beside
 * it; so an event that comes after its listener has gone finds nobody, and never a freed callback.
 */
public final class EventLoop {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final int UUID_SIZE = 37;
    private static final int LIFECYCLE = 0;

    /** Called on the loop's thread: it hands on and returns at once, and calls nothing of libvirt's. */
    public interface Listener {
        void changed(String uuid);

        void closed(int reason);
    }

    private final Libvirt libvirt;
    private final Map<Long, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Libvirt.VirConnectDomainEventCallback onLifecycle = this::lifecycle;
    private final Libvirt.VirConnectCloseFunc onClose = this::close;

    public EventLoop(Libvirt libvirt) {
        this.libvirt = libvirt;
    }

    /** Before the first connection is opened; once. */
    public void start(Desk desk) {
        libvirt.virEventRegisterDefaultImpl();
        desk.thread("libvirt events", this::runForEver).start();
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private void runForEver() {
        long failures = 0;
        while (true) {
            // it fails when a callback or a descriptor does; the loop is everybody's and goes on
            if (libvirt.virEventRunDefaultImpl() < 0 && (failures++ & 0xfff) == 0) {
                LOG.warn("libvirt's event loop failed {} times; it goes on", failures);
            }
        }
    }

    /** Subscribes {@code listener} to a connection; the number is needed to end it. */
    public long listen(Listener listener) {
        long number = numbers.incrementAndGet();
        listeners.put(number, listener);
        return number;
    }

    public void forget(long number) {
        listeners.remove(number);
    }

    public int registerLifecycle(ConnectionPointer connection, long number) {
        return libvirt.virConnectDomainEventRegisterAny(
                connection, null, LIFECYCLE, onLifecycle, new Pointer(number), null);
    }

    public int registerClose(ConnectionPointer connection, long number) {
        return libvirt.virConnectRegisterCloseCallback(connection, onClose, new Pointer(number), null);
    }

    public int unregisterClose(ConnectionPointer connection) {
        return libvirt.virConnectUnregisterCloseCallback(connection, onClose);
    }

    private int lifecycle(ConnectionPointer connection, DomainPointer domain, int event, int detail, Pointer number) {
        Listener listener = listeners.get(Pointer.nativeValue(number));
        byte[] uuid = new byte[UUID_SIZE];
        // local: reads the handle that came with the event
        if (listener != null && libvirt.virDomainGetUUIDString(domain, uuid) == 0) {
            listener.changed(new String(uuid, 0, UUID_SIZE - 1, java.nio.charset.StandardCharsets.US_ASCII));
        }
        return 0;
    }

    private void close(ConnectionPointer connection, int reason, Pointer number) {
        Listener listener = listeners.get(Pointer.nativeValue(number));
        if (listener != null) {
            listener.closed(reason);
        }
    }
}
