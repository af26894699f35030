package org.redoubt.agent.libvirt.wire;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.PointerType;
import com.sun.jna.ptr.LongByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.libvirt.jna.CString;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirt.jna.StoragePoolPointer;
import org.libvirt.jna.virNodeInfo;
import org.redoubt.agent.libvirt.wire.NativeDomains.DomainRecord;
import org.redoubt.agent.libvirt.wire.NativeHosts.Listing;

/**
 * One open connection to a hypervisor. It belongs to one thread, which alone calls it; every call blocks until the host
 * answers or the connection breaks. VMs are looked up by UUID, never by name. Every native reference it takes it gives
 * back, and counts.
 */
public final class Connection implements AutoCloseable {

    private static final int READ_ONLY = 1;
    private static final int KEEPALIVE_SECONDS = 5;
    private static final int KEEPALIVE_COUNT = 3;
    private static final int NO_WAIT = 1 << 29;
    /** State, CPU, balloon, vCPU, interface, block and dirty rate (virDomainStatsTypes). */
    private static final int GROUPS = 1 | 2 | 4 | 8 | 16 | 32 | 512;

    private static final int ACTIVE = 2;
    private static final int CAPABILITY_NET = 1 << 4;

    private final LoadedLibrary library;
    private final Libvirt libvirt;
    private final Handles handles;
    private final CallTimer timer;
    private final ConnectionPointer pointer;
    private long listener;
    private final List<Integer> subscriptions = new ArrayList<>();
    private boolean onClose;
    /** Until its driver says that it has no such call. */
    private boolean bulk = true;

    private Connection(LoadedLibrary library, Handles handles, CallTimer timer, ConnectionPointer pointer) {
        this.library = library;
        this.libvirt = library.table();
        this.handles = handles;
        this.timer = timer;
        this.pointer = pointer;
    }

    public static Connection open(LoadedLibrary library, Handles handles, CallTimer timer, String uri, boolean readOnly)
            throws LibvirtFault {
        timer.begins("connect");
        try {
            ConnectionPointer pointer = library.table().virConnectOpenAuth(uri, null, readOnly ? READ_ONLY : 0);
            if (pointer == null) {
                throw library.calls().lastFault();
            }
            handles.taken(1);
            return new Connection(library, handles, timer, pointer);
        } finally {
            timer.ends();
        }
    }

    /** Whether the driver can: the connection breaks when three probes, 5 s apart, go unanswered. */
    public boolean keepAlive() {
        return timed("keepalive", () -> libvirt.virConnectSetKeepAlive(pointer, KEEPALIVE_SECONDS, KEEPALIVE_COUNT))
                == 0;
    }

    /** Whether the driver tells of changes; a connection that broke is told of where the driver can. */
    public boolean listen(Events.Listener to) {
        listener = library.events().listen(to);
        onClose = timed("close-callback", () -> library.events().registerClose(pointer, listener)) == 0;
        int lifecycle = timed("events", () -> library.events().registerLifecycle(pointer, listener));
        if (lifecycle < 0) {
            return false;
        }
        subscriptions.add(lifecycle);
        subscriptions.addAll(timed("events", () -> library.events().registerDetails(pointer, listener)));
        return true;
    }

    LoadedLibrary library() {
        return library;
    }

    public boolean alive() {
        return libvirt.virConnectIsAlive(pointer) == 1;
    }

    // --- the host

    public String type() throws LibvirtFault {
        String type = timed("type", () -> libvirt.virConnectGetType(pointer));
        if (type == null) {
            throw fault();
        }
        return type;
    }

    public String hostname() throws LibvirtFault {
        return text(timed("hostname", () -> libvirt.virConnectGetHostname(pointer)));
    }

    public String capabilities() throws LibvirtFault {
        return text(timed("capabilities", () -> libvirt.virConnectGetCapabilities(pointer)));
    }

    /** The hypervisor's version, dotted. */
    public String hypervisorVersion() throws LibvirtFault {
        LongByReference version = new LongByReference();
        check(timed("version", () -> libvirt.virConnectGetVersion(pointer, version)));
        return dotted(version.getValue());
    }

    /** The version of the host's libvirt, dotted: a short call that goes all the way. */
    public String libvirtVersion() throws LibvirtFault {
        LongByReference version = new LongByReference();
        check(timed("libvirt-version", () -> libvirt.virConnectGetLibVersion(pointer, version)));
        return dotted(version.getValue());
    }

    private static String dotted(long version) {
        return version / 1_000_000 + "." + version / 1_000 % 1_000 + "." + version % 1_000;
    }

    /** A host's size. */
    public record Node(long cpus, long memory) {}

    public Node node() throws LibvirtFault {
        virNodeInfo node = new virNodeInfo();
        check(timed("node-info", () -> libvirt.virNodeGetInfo(pointer, node)));
        NativeLong kib = node.memory;
        return new Node(node.cpus, kib.longValue() * 1024);
    }

    /** Bytes that are free outright; what the kernel would give back besides, {@link #memory()} tells. */
    public long freeMemory() throws LibvirtFault {
        long free = timed("free-memory", () -> libvirt.virNodeGetFreeMemory(pointer));
        if (free == 0) {
            throw fault();
        }
        return free;
    }

    public Map<String, Long> memory() throws LibvirtFault {
        return asked("memory", () -> library.hosts().memory(address(pointer)));
    }

    public Map<String, Long> cpuTimes() throws LibvirtFault {
        return asked("cpu-times", () -> library.hosts().cpuTimes(address(pointer)));
    }

    public Optional<Boolean> supports(int feature) throws LibvirtFault {
        return asked("features", () -> library.hosts().supports(address(pointer), feature));
    }

    public List<String> networks() throws LibvirtFault {
        return describe(Listing.NETWORKS, ACTIVE);
    }

    public List<String> interfaces() throws LibvirtFault {
        return describe(Listing.INTERFACES, ACTIVE);
    }

    public List<String> networkCards() throws LibvirtFault {
        return describe(Listing.NODE_DEVICES, CAPABILITY_NET);
    }

    public List<String> pools() throws LibvirtFault {
        return describe(Listing.POOLS, ACTIVE);
    }

    private List<String> describe(Listing listing, int flags) throws LibvirtFault {
        return asked(listing.name(), () -> library.hosts().describe(listing, address(pointer), flags, handles, timer));
    }

    /** The XML of a pool's volumes; none when the pool has vanished. */
    public List<String> volumes(String poolUuid) throws LibvirtFault {
        StoragePoolPointer pool = timed("pool", () -> libvirt.virStoragePoolLookupByUUIDString(pointer, poolUuid));
        if (pool == null) {
            return List.of();
        }
        handles.taken(1);
        try {
            return asked("volumes", () -> library.hosts().describe(Listing.VOLUMES, address(pool), 0, handles, timer));
        } finally {
            libvirt.virStoragePoolFree(pool);
            handles.returned(1);
        }
    }

    // --- its VMs

    /**
     * The figures of all VMs, active or only defined. A VM that is busy with a job is not waited for. Where the bulk
     * call fails on account of one VM (libvirt gives up the whole answer when one stops being there meanwhile), they are
     * asked for one by one, which are fewer figures.
     */
    public List<DomainRecord> figures() throws LibvirtFault {
        if (bulk) {
            try {
                return asked(
                        "figures", () -> library.domains().allDomainStats(address(pointer), GROUPS, NO_WAIT, handles));
            } catch (LibvirtFault fault) {
                if (!alive()) {
                    throw fault;
                }
                bulk = !fault.unsupported();
            }
        }
        return asked("figures", () -> library.domains().eachDomain(address(pointer), handles, timer));
    }

    /** Something done with a VM while its handle is held. */
    public interface DomainCall<T> {
        T with(Domain domain) throws LibvirtFault;
    }

    /** Empty when the host knows no such VM, or knew it no longer when the call came to it. */
    public <T> Optional<T> domain(String uuid, DomainCall<T> call) throws LibvirtFault {
        DomainPointer domain = timed("lookup", () -> libvirt.virDomainLookupByUUIDString(pointer, uuid));
        if (domain == null) {
            LibvirtFault fault = fault();
            if (fault.code() == LibvirtFault.NO_DOMAIN) {
                return Optional.empty();
            }
            throw fault;
        }
        handles.taken(1);
        try {
            return Optional.ofNullable(call.with(new Domain(this, domain)));
        } catch (LibvirtFault fault) {
            // the handle outlives what it stands for: a VM that has just moved away is found, and then is not there
            if (fault.code() == LibvirtFault.NO_DOMAIN) {
                return Optional.empty();
            }
            throw fault;
        } finally {
            libvirt.virDomainFree(domain);
            handles.returned(1);
        }
    }

    // --- the bridge

    interface Asking<T> {
        T ask() throws LibvirtFault;
    }

    <T> T asked(String what, Asking<T> call) throws LibvirtFault {
        timer.begins(what);
        try {
            return call.ask();
        } finally {
            timer.ends();
        }
    }

    <T> T timed(String what, Supplier<T> call) {
        timer.begins(what);
        try {
            return call.get();
        } finally {
            timer.ends();
        }
    }

    int check(int answer) throws LibvirtFault {
        if (answer < 0) {
            throw fault();
        }
        return answer;
    }

    String text(CString answer) throws LibvirtFault {
        if (answer == null) {
            throw fault();
        }
        return answer.toString();
    }

    LibvirtFault fault() {
        return library.calls().lastFault();
    }

    long address() {
        return address(pointer);
    }

    static long address(PointerType pointer) {
        return Pointer.nativeValue(pointer.getPointer());
    }

    /** Gives everything back; over a broken connection too. Asks the host to forget it, so it may block like any call. */
    @Override
    public void close() {
        timer.begins("close");
        for (int subscription : subscriptions) {
            libvirt.virConnectDomainEventDeregisterAny(pointer, subscription);
        }
        if (onClose) {
            library.events().unregisterClose(pointer);
        }
        if (listener != 0) {
            library.events().forget(listener);
        }
        libvirt.virConnectClose(pointer);
        handles.returned(1);
        timer.ends();
    }
}
