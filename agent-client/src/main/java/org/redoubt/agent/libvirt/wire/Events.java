package org.redoubt.agent.libvirt.wire;

import com.sun.jna.Pointer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;

/**
 * Who is told of what the hosts say unasked: events and the end of a connection. libvirt is handed one callback of each
 * kind that lives as long as the process, and the listener's number beside it; so an event that comes after its listener
 * has gone finds nobody, and never a freed callback.
 */
public final class Events {

    private static final int UUID_SIZE = 37;
    private static final int LIFECYCLE = 0;

    /** Called on the thread of {@link EventPoll}: it hands on and returns at once, and calls nothing of libvirt's. */
    public interface Listener {
        void changed(String uuid);

        void closed(int reason);
    }

    private final Libvirt libvirt;
    private final Map<Long, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Libvirt.VirConnectDomainEventCallback onLifecycle = this::lifecycle;
    private final Libvirt.VirConnectCloseFunc onClose = this::close;

    public Events(Libvirt libvirt) {
        this.libvirt = libvirt;
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
