package org.redoubt.agent.libvirt.wire;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
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
    /** virDomainEventID. */
    private static final int LIFECYCLE = 0;

    private static final int DEVICE_REMOVED = 15;
    private static final int DEVICE_ADDED = 19;
    private static final int MIGRATION_ITERATION = 20;
    private static final int JOB_COMPLETED = 21;

    /** Called on the thread of {@link EventPoll}: it hands on and returns at once, and calls nothing of libvirt's. */
    public interface Listener {
        void changed(String uuid);

        /** A job on it has begun a pass, or has ended. */
        void works(String uuid);

        void closed(int reason);
    }

    private final Libvirt libvirt;
    private final Map<Long, Listener> listeners = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Libvirt.VirConnectDomainEventCallback onLifecycle = this::lifecycle;
    // Callbacks whose arguments are as many as those of the events; what stands between VM and number is not looked at.
    private final Libvirt.VirConnectDomainEventPMChangeCallback onDevice = this::device;
    private final Libvirt.VirConnectDomainEventPMChangeCallback onPass = this::pass;
    private final Libvirt.VirConnectDomainEventCallback onJobEnd = this::jobEnd;
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

    /** What is negative, the driver does not tell. */
    public int registerLifecycle(ConnectionPointer connection, long number) {
        return register(connection, LIFECYCLE, onLifecycle, number);
    }

    /** Devices and jobs; those subscriptions that the driver takes. */
    List<Integer> registerDetails(ConnectionPointer connection, long number) {
        return IntStream.of(
                        register(connection, DEVICE_ADDED, onDevice, number),
                        register(connection, DEVICE_REMOVED, onDevice, number),
                        register(connection, MIGRATION_ITERATION, onPass, number),
                        register(connection, JOB_COMPLETED, onJobEnd, number))
                .filter(subscription -> subscription >= 0)
                .boxed()
                .toList();
    }

    private int register(
            ConnectionPointer connection, int event, Libvirt.VirDomainEventCallback callback, long number) {
        return libvirt.virConnectDomainEventRegisterAny(connection, null, event, callback, new Pointer(number), null);
    }

    public int registerClose(ConnectionPointer connection, long number) {
        return libvirt.virConnectRegisterCloseCallback(connection, onClose, new Pointer(number), null);
    }

    public int unregisterClose(ConnectionPointer connection) {
        return libvirt.virConnectUnregisterCloseCallback(connection, onClose);
    }

    private int lifecycle(ConnectionPointer connection, DomainPointer domain, int event, int detail, Pointer number) {
        tell(domain, number, Listener::changed);
        return 0;
    }

    private void device(ConnectionPointer connection, DomainPointer domain, int alias, Pointer number) {
        tell(domain, number, Listener::changed);
    }

    private void pass(ConnectionPointer connection, DomainPointer domain, int iteration, Pointer number) {
        tell(domain, number, Listener::works);
    }

    private int jobEnd(ConnectionPointer connection, DomainPointer domain, int figures, int count, Pointer number) {
        tell(domain, number, Listener::works);
        return 0;
    }

    private void tell(DomainPointer domain, Pointer number, BiConsumer<Listener, String> what) {
        Listener listener = listeners.get(Pointer.nativeValue(number));
        byte[] uuid = new byte[UUID_SIZE];
        // local: reads the handle that came with the event
        if (listener != null && libvirt.virDomainGetUUIDString(domain, uuid) == 0) {
            what.accept(listener, new String(uuid, 0, UUID_SIZE - 1, StandardCharsets.US_ASCII));
        }
    }

    private void close(ConnectionPointer connection, int reason, Pointer number) {
        Listener listener = listeners.get(Pointer.nativeValue(number));
        if (listener != null) {
            listener.closed(reason);
        }
    }
}
