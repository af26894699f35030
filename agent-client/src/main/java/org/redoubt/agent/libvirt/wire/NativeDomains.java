package org.redoubt.agent.libvirt.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.redoubt.agent.libvirt.wire.NativeCalls.at;
import static org.redoubt.agent.libvirt.wire.NativeCalls.quietly;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.redoubt.agent.libvirt.read.JobStats;
import org.redoubt.agent.libvirt.read.VmStates;

/** What libvirt-java lacks of domains: figures in bulk, states with their reason, jobs, migration. */
public final class NativeDomains {

    private static final long ADDRESS_SIZE = ADDRESS.byteSize();
    private static final long RECORD_SIZE = 3 * ADDRESS_SIZE;
    private static final int UUID_BUFFER = 37;

    private final NativeCalls calls;

    NativeDomains(NativeCalls calls) {
        this.calls = calls;
    }

    /** One domain of a bulk answer: its identity, its id (-1 when it is not active) and its figures by name. */
    public record DomainRecord(String uuid, int id, Map<String, Object> figures) {}

    /** The figures of all domains of a connection in one call (virConnectGetAllDomainStats). */
    public List<DomainRecord> allDomainStats(long connection, int groups, int flags, Handles counted)
            throws LibvirtFault {
        MethodHandle get = calls.newer("virConnectGetAllDomainStats", ADDRESS, JAVA_INT, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            int count = quietly(() -> (int) get.invokeExact(at(connection), groups, out, flags));
            return records(out, calls.check(count), counted);
        }
    }

    private List<DomainRecord> records(MemorySegment out, int count, Handles counted) {
        MethodHandle release = calls.call("virDomainStatsRecordListFree", FunctionDescriptor.ofVoid(ADDRESS));
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

    /**
     * The same domain by domain, for a driver that has no bulk call: states, CPU time, vCPUs and memory under the names
     * of the bulk answer. One that vanishes meanwhile is left out.
     */
    List<DomainRecord> eachDomain(long connection, Handles counted, CallTimer timer) throws LibvirtFault {
        MethodHandle list = calls.newer("virConnectListAllDomains", ADDRESS, ADDRESS, JAVA_INT);
        MethodHandle release = calls.intCall("virDomainFree", ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(ADDRESS);
            int count = calls.check(quietly(() -> (int) list.invokeExact(at(connection), out, 0)));
            counted.taken(count);
            MemorySegment array = out.get(ADDRESS, 0);
            List<DomainRecord> records = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                MemorySegment domain = array.reinterpret(count * ADDRESS_SIZE).getAtIndex(ADDRESS, i);
                timer.begins("figures of a VM");
                Map<String, Object> figures = figures(domain.address());
                if (!figures.isEmpty()) {
                    records.add(new DomainRecord(uuid(domain.address()), id(domain.address()), figures));
                }
                int ignored = quietly(() -> (int) release.invokeExact(domain));
                counted.returned(1);
            }
            calls.free(array);
            return records;
        }
    }

    /** Empty when it does not answer for itself. */
    private Map<String, Object> figures(long domain) {
        MethodHandle get = calls.intCall("virDomainGetInfo", ADDRESS, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            // struct { unsigned char state; unsigned long max, memory; unsigned short cpus; unsigned long long time; }
            MemorySegment info = arena.allocate(5 * JAVA_LONG.byteSize(), JAVA_LONG.byteAlignment());
            if (quietly(() -> (int) get.invokeExact(at(domain), info)) < 0) {
                return Map.of();
            }
            Map<String, Object> figures = new HashMap<>();
            figures.put("state.state", Byte.toUnsignedInt(info.get(JAVA_BYTE, 0)));
            figures.put("balloon.maximum", info.getAtIndex(JAVA_LONG, 1));
            figures.put("balloon.current", info.getAtIndex(JAVA_LONG, 2));
            figures.put("vcpu.current", Short.toUnsignedLong(info.get(JAVA_SHORT, 3 * JAVA_LONG.byteSize())));
            figures.put("cpu.time", info.getAtIndex(JAVA_LONG, 4));
            return figures;
        }
    }

    private String uuid(long domain) {
        MethodHandle get = calls.intCall("virDomainGetUUIDString", ADDRESS, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(UUID_BUFFER);
            int ignored = quietly(() -> (int) get.invokeExact(at(domain), buffer));
            return buffer.getString(0);
        }
    }

    private int id(long domain) {
        MethodHandle get = calls.intCall("virDomainGetID", ADDRESS);
        return quietly(() -> (int) get.invokeExact(at(domain)));
    }

    /** State and reason (virDomainGetState): two numbers, see {@link VmStates}. */
    public int[] domainState(long domain) throws LibvirtFault {
        MethodHandle get = calls.newer("virDomainGetState", ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(JAVA_INT);
            MemorySegment reason = arena.allocate(JAVA_INT);
            calls.check(quietly(() -> (int) get.invokeExact(at(domain), state, reason, 0)));
            return new int[] {state.get(JAVA_INT, 0), reason.get(JAVA_INT, 0)};
        }
    }

    /** The running job's type (virDomainJobType) under {@link JobStats#TYPE}, and its figures by name. */
    public Map<String, Object> jobStats(long domain, int flags) throws LibvirtFault {
        MethodHandle get = calls.newer("virDomainGetJobStats", ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT);
        MethodHandle release = calls.call("virTypedParamsFree", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment type = arena.allocate(JAVA_INT);
            MemorySegment list = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            calls.check(quietly(() -> (int) get.invokeExact(at(domain), type, list, count, flags)));
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

    /** Begins to measure by a sample of pages (virDomainStartDirtyRateCalc); the bulk answer then tells the result. */
    public void startDirtyRate(long domain, int seconds) throws LibvirtFault {
        MethodHandle start = calls.newer("virDomainStartDirtyRateCalc", ADDRESS, JAVA_INT, JAVA_INT);
        // no flag: sampling. The other ways of measuring are said to slow guests down, and one of them killed a monitor
        calls.check(quietly(() -> (int) start.invokeExact(at(domain), seconds, 0)));
    }

    /** Migrates (virDomainMigrateToURI3); returns when it is over. {@code bandwidth} in MiB/s, 0 for the driver's own. */
    public void migrate(long domain, String destination, long bandwidth, int flags) throws LibvirtFault {
        MethodHandle migrate = calls.newer("virDomainMigrateToURI3", ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment uri = arena.allocateFrom(destination);
            int count = bandwidth > 0 ? 1 : 0;
            MemorySegment parameters =
                    count == 0 ? MemorySegment.NULL : TypedParameters.unsignedLong(arena, "bandwidth", bandwidth);
            calls.check(quietly(() -> (int) migrate.invokeExact(at(domain), uri, parameters, count, flags)));
        }
    }
}
