package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.libvirt.read.JobStats;
import org.redoubt.agent.libvirt.read.VmStates;

/**
 * The libvirt calls that libvirt-java 0.5.4 lacks or garbles (strings in the platform's encoding, error codes newer
 * than its enum), bound by java.lang.foreign. Pointers are plain addresses of libvirt-java's handles. Every call blocks
 * its thread in native code: platform threads only. A call that fails throws the error of this same thread.
 */
public final class NativeLibvirt {

    /** What a host can list with its descriptions: {@code int list(owner, handle**, flags)}, XML and free of each. */
    public enum Listing {
        NETWORKS("virConnectListAllNetworks", "virNetwork"),
        INTERFACES("virConnectListAllInterfaces", "virInterface"),
        NODE_DEVICES("virConnectListAllNodeDevices", "virNodeDevice"),
        POOLS("virConnectListAllStoragePools", "virStoragePool"),
        VOLUMES("virStoragePoolListAllVolumes", "virStorageVol");

        private final String list;
        private final String prefix;

        Listing(String list, String prefix) {
            this.list = list;
            this.prefix = prefix;
        }
    }

    private interface Call<T, X extends Throwable> {
        T run() throws X;
    }

    private static final long ADDRESS_SIZE = ADDRESS.byteSize();
    private static final long RECORD_SIZE = 3 * ADDRESS_SIZE;
    private static final int UUID_BUFFER = 37;

    private final SymbolLookup library;
    private final Map<String, MethodHandle> handles = new HashMap<>();
    private final MethodHandle free;

    /** Binds to a loaded library; a call that this version of it lacks is found missing only when it is needed. */
    public NativeLibvirt(SymbolLookup library) {
        this.library = library;
        this.free = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().find("free").orElseThrow(),
                        FunctionDescriptor.ofVoid(ADDRESS));
    }

    // --- errors

    /** What went wrong with the last call of this thread. */
    public LibvirtFault lastFault() {
        MethodHandle code = intCall("virGetLastErrorCode");
        MethodHandle domain = intCall("virGetLastErrorDomain");
        MethodHandle message = call("virGetLastErrorMessage", FunctionDescriptor.of(ADDRESS));
        return quietly(() -> new LibvirtFault(
                (int) code.invokeExact(), (int) domain.invokeExact(), string((MemorySegment) message.invokeExact())));
    }

    /** Has libvirt say nothing on the standard error of this process: every fault is read and told by its caller. */
    public void silence() {
        MethodHandle set = call("virSetErrorFunc", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        MethodHandle nothing =
                MethodHandles.empty(MethodType.methodType(void.class, MemorySegment.class, MemorySegment.class));
        // for the life of the process: libvirt keeps the pointer
        MemorySegment stub =
                Linker.nativeLinker().upcallStub(nothing, FunctionDescriptor.ofVoid(ADDRESS, ADDRESS), Arena.global());
        quietly(() -> {
            set.invokeExact(MemorySegment.NULL, stub);
            return null;
        });
    }

    // --- domains

    /** One domain of a bulk answer: its identity, its id (-1 when it is not active) and its figures by name. */
    public record DomainRecord(String uuid, int id, Map<String, Object> figures) {}

    /** The figures of all domains of a connection in one call (virConnectGetAllDomainStats). */
    public List<DomainRecord> allDomainStats(long connection, int groups, int flags, Handles counted)
            throws LibvirtFault {
        MethodHandle get = newer("virConnectGetAllDomainStats", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            int count = quietly(() -> (int) get.invokeExact(at(connection), groups, out, flags));
            return records(out, check(count), counted);
        }
    }

    private List<DomainRecord> records(MemorySegment out, int count, Handles counted) {
        MethodHandle release = call("virDomainStatsRecordListFree", FunctionDescriptor.ofVoid(ADDRESS));
        MemorySegment list = out.get(ADDRESS, 0);
        counted.taken(count);
        try {
            List<DomainRecord> records = new ArrayList<>(count);
            MemorySegment array = list.reinterpret(Math.max(1, count) * ADDRESS_SIZE);
            for (int i = 0; i < count; i++) {
                MemorySegment entry = array.getAtIndex(ADDRESS, i).reinterpret(RECORD_SIZE);
                long domain = entry.get(ADDRESS, 0).address();
                int parameters = entry.get(JAVA_INT, 2 * ADDRESS_SIZE);
                records.add(new DomainRecord(
                        uuid(domain), id(domain), TypedParameters.read(entry.get(ADDRESS, ADDRESS_SIZE), parameters)));
            }
            return records;
        } finally {
            quietly(() -> {
                release.invokeExact(list);
                return null;
            });
            counted.returned(count);
        }
    }

    private String uuid(long domain) {
        MethodHandle get = intCall("virDomainGetUUIDString", ADDRESS, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(UUID_BUFFER);
            int ignored = quietly(() -> (int) get.invokeExact(at(domain), buffer));
            return buffer.getString(0);
        }
    }

    private int id(long domain) {
        MethodHandle get = intCall("virDomainGetID", ADDRESS);
        return quietly(() -> (int) get.invokeExact(at(domain)));
    }

    /** State and reason (virDomainGetState): two numbers, see {@link VmStates}. */
    public int[] domainState(long domain) throws LibvirtFault {
        MethodHandle get = newer("virDomainGetState", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(JAVA_INT);
            MemorySegment reason = arena.allocate(JAVA_INT);
            check(quietly(() -> (int) get.invokeExact(at(domain), state, reason, 0)));
            return new int[] {state.get(JAVA_INT, 0), reason.get(JAVA_INT, 0)};
        }
    }

    /** The running job's type (virDomainJobType) under {@link JobStats#TYPE}, and its figures by name. */
    public Map<String, Object> jobStats(long domain) throws LibvirtFault {
        MethodHandle get = newer("virDomainGetJobStats", ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        MethodHandle release = call("virTypedParamsFree", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment type = arena.allocate(JAVA_INT);
            MemorySegment list = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            check(quietly(() -> (int) get.invokeExact(at(domain), type, list, count, 0)));
            MemorySegment first = list.get(ADDRESS, 0);
            Map<String, Object> stats = new HashMap<>(TypedParameters.read(first, count.get(JAVA_INT, 0)));
            stats.put(JobStats.TYPE, type.get(JAVA_INT, 0));
            quietly(() -> {
                release.invokeExact(first, count.get(JAVA_INT, 0));
                return null;
            });
            return stats;
        }
    }

    /** Migrates (virDomainMigrateToURI3); returns when it is over. {@code bandwidth} in MiB/s, 0 for the driver's own. */
    public void migrate(long domain, String destination, long bandwidth, int flags) throws LibvirtFault {
        MethodHandle migrate = newer("virDomainMigrateToURI3", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment uri = arena.allocateFrom(destination);
            int count = bandwidth > 0 ? 1 : 0;
            MemorySegment parameters =
                    count == 0 ? MemorySegment.NULL : TypedParameters.unsignedLong(arena, "bandwidth", bandwidth);
            check(quietly(() -> (int) migrate.invokeExact(at(domain), uri, parameters, count, flags)));
        }
    }

    // --- hosts

    /** Whether the driver has a feature (virConnectSupportsFeature); empty where this libvirt does not tell. */
    public Optional<Boolean> supports(long connection, int feature) throws LibvirtFault {
        if (library.find("virConnectSupportsFeature").isEmpty()) {
            return Optional.empty();
        }
        MethodHandle ask = intCall("virConnectSupportsFeature", ADDRESS, JAVA_INT);
        return Optional.of(check(quietly(() -> (int) ask.invokeExact(at(connection), feature))) > 0);
    }

    /** Nanoseconds of all CPUs together, by what they were spent on: {@code idle}, {@code user}, {@code kernel}… */
    public Map<String, Long> cpuTimes(long connection) throws LibvirtFault {
        return nodeFigures("virNodeGetCPUStats", connection);
    }

    /** KiB by kind: {@code total}, {@code free}, {@code buffers}, {@code cached}. */
    public Map<String, Long> memory(long connection) throws LibvirtFault {
        return nodeFigures("virNodeGetMemoryStats", connection);
    }

    private Map<String, Long> nodeFigures(String name, long connection) throws LibvirtFault {
        MethodHandle get = newer(name, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            // -1: all CPUs, all cells; without an array it tells how many figures there are
            check(quietly(() -> (int) get.invokeExact(at(connection), -1, MemorySegment.NULL, count, 0)));
            int room = count.get(JAVA_INT, 0);
            MemorySegment figures =
                    arena.allocate(MemoryLayout.sequenceLayout(Math.max(1, room), TypedParameters.NODE_FIGURE));
            check(quietly(() -> (int) get.invokeExact(at(connection), -1, figures, count, 0)));
            return TypedParameters.nodeFigures(figures, Math.min(room, count.get(JAVA_INT, 0)));
        }
    }

    /** The XML of everything of a kind that {@code owner} (a connection or a pool) has; handles are given back at once. */
    public List<String> describe(Listing listing, long owner, int flags, Handles counted) throws LibvirtFault {
        MethodHandle list = newer(listing.list, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            int count = check(quietly(() -> (int) list.invokeExact(at(owner), out, flags)));
            counted.taken(count);
            MemorySegment array = out.get(ADDRESS, 0);
            List<String> found = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                MemorySegment handle = array.reinterpret(count * ADDRESS_SIZE).getAtIndex(ADDRESS, i);
                xml(listing, handle).ifPresent(found::add);
                release(listing, handle);
                counted.returned(1);
            }
            free(array);
            return found;
        }
    }

    /** Empty when it has vanished since it was listed. */
    private Optional<String> xml(Listing listing, MemorySegment handle) {
        MethodHandle get = call(listing.prefix + "GetXMLDesc", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        MemorySegment text = quietly(() -> (MemorySegment) get.invokeExact(handle, 0));
        if (text.address() == 0) {
            return Optional.empty();
        }
        String xml = string(text);
        free(text);
        return Optional.of(xml);
    }

    private void release(Listing listing, MemorySegment handle) {
        MethodHandle release = intCall(listing.prefix + "Free", ADDRESS);
        int ignored = quietly(() -> (int) release.invokeExact(handle));
    }

    // --- the bridge

    private void free(MemorySegment memory) {
        quietly(() -> {
            free.invokeExact(memory);
            return null;
        });
    }

    private static MemorySegment at(long address) {
        return MemorySegment.ofAddress(address);
    }

    private static String string(MemorySegment text) {
        return text.address() == 0 ? "" : text.reinterpret(Long.MAX_VALUE).getString(0);
    }

    private int check(int answer) throws LibvirtFault {
        if (answer < 0) {
            throw lastFault();
        }
        return answer;
    }

    private MethodHandle intCall(String name, MemoryLayout... arguments) {
        return call(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** A call that an older libvirt may lack. */
    private MethodHandle newer(String name, MemoryLayout... arguments) throws LibvirtFault {
        if (library.find(name).isEmpty()) {
            throw new LibvirtFault(LibvirtFault.NO_SUPPORT, 0, "this desk's libvirt has no " + name);
        }
        return intCall(name, arguments);
    }

    private MethodHandle call(String name, FunctionDescriptor shape) {
        synchronized (handles) {
            return handles.computeIfAbsent(
                    name,
                    symbol -> Linker.nativeLinker()
                            .downcallHandle(
                                    library.find(symbol).orElseThrow(() -> new UnsatisfiedLinkError(symbol)), shape));
        }
    }

    /** A downcall throws nothing; that {@code invokeExact} declares Throwable is only its signature. */
    @SuppressWarnings("unchecked")
    private static <T> T quietly(Call<T, Throwable> downcall) {
        return ((Call<T, RuntimeException>) (Call<T, ?>) downcall).run();
    }
}
