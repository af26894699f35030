package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.redoubt.agent.libvirt.wire.NativeCalls.at;
import static org.redoubt.agent.libvirt.wire.NativeCalls.quietly;
import static org.redoubt.agent.libvirt.wire.NativeCalls.string;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What libvirt-java lacks of hosts: what the driver supports, CPU and memory figures, lists without going by names. */
public final class NativeHosts {

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

    private static final long ADDRESS_SIZE = ADDRESS.byteSize();

    private final NativeCalls calls;

    NativeHosts(NativeCalls calls) {
        this.calls = calls;
    }

    /** Whether the driver has a feature (virConnectSupportsFeature); empty where this libvirt does not tell. */
    public Optional<Boolean> supports(long connection, int feature) throws LibvirtFault {
        if (!calls.has("virConnectSupportsFeature")) {
            return Optional.empty();
        }
        MethodHandle ask = calls.intCall("virConnectSupportsFeature", ADDRESS, JAVA_INT);
        return Optional.of(calls.check(quietly(() -> (int) ask.invokeExact(at(connection), feature))) > 0);
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
        MethodHandle get = calls.newer(name, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment count = arena.allocate(JAVA_INT);
            // -1: all CPUs, all cells; without an array it tells how many figures there are
            calls.check(quietly(() -> (int) get.invokeExact(at(connection), -1, MemorySegment.NULL, count, 0)));
            int room = count.get(JAVA_INT, 0);
            MemorySegment figures =
                    arena.allocate(MemoryLayout.sequenceLayout(Math.max(1, room), TypedParameters.NODE_FIGURE));
            calls.check(quietly(() -> (int) get.invokeExact(at(connection), -1, figures, count, 0)));
            return TypedParameters.nodeFigures(figures, Math.min(room, count.get(JAVA_INT, 0)));
        }
    }

    /** The XML of everything of a kind that {@code owner} (a connection or a pool) has; handles are given back at once. */
    public List<String> describe(Listing listing, long owner, int flags, Handles counted, CallTimer timer)
            throws LibvirtFault {
        MethodHandle list = calls.newer(listing.list, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            int count = calls.check(quietly(() -> (int) list.invokeExact(at(owner), out, flags)));
            counted.taken(count);
            MemorySegment array = out.get(ADDRESS, 0);
            List<String> found = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                MemorySegment handle = array.reinterpret(count * ADDRESS_SIZE).getAtIndex(ADDRESS, i);
                // each is a call of its own: many of them are no hang
                timer.begins(listing.name());
                xml(listing, handle).ifPresent(found::add);
                release(listing, handle);
                counted.returned(1);
            }
            calls.free(array);
            return found;
        }
    }

    /** Empty when it has vanished since it was listed. */
    private Optional<String> xml(Listing listing, MemorySegment handle) {
        MethodHandle get = calls.call(listing.prefix + "GetXMLDesc", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT));
        MemorySegment text = quietly(() -> (MemorySegment) get.invokeExact(handle, 0));
        if (text.address() == 0) {
            return Optional.empty();
        }
        String xml = string(text);
        calls.free(text);
        return Optional.of(xml);
    }

    private void release(Listing listing, MemorySegment handle) {
        MethodHandle release = calls.intCall(listing.prefix + "Free", ADDRESS);
        int ignored = quietly(() -> (int) release.invokeExact(handle));
    }
}
