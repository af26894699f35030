package org.redoubt.agent.libvirt;

import static org.redoubt.topology.model.Attributes.ARCH;
import static org.redoubt.topology.model.Attributes.CANNOT;
import static org.redoubt.topology.model.Attributes.CPUS;
import static org.redoubt.topology.model.Attributes.CPU_FEATURES;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.CPU_MODEL;
import static org.redoubt.topology.model.Attributes.DRIVER;
import static org.redoubt.topology.model.Attributes.HARDWARE_UUID;
import static org.redoubt.topology.model.Attributes.HYPERVISOR_VERSION;
import static org.redoubt.topology.model.Attributes.LIBVIRT_VERSION;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_FREE;
import static org.redoubt.topology.model.Attributes.NAME;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.agent.libvirt.read.HostXml;
import org.redoubt.agent.libvirt.read.HostXml.Capabilities;
import org.redoubt.agent.libvirt.read.Rates;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Connection.Node;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.ElementId;

/** A host's own facts, as its watch connection reads them. What the driver does not answer is not said. One thread. */
final class HostReading {

    /** VIR_DRV_FEATURE_MIGRATION_P2P of libvirt's wire protocol. */
    private static final int PEER_TO_PEER = 4;

    private static final long KIB = 1024;

    private final ElementId host;
    private Map<String, Long> cpuTimes = Map.of();
    private boolean events;
    private boolean keepAlive;

    HostReading(ElementId host) {
        this.host = host;
    }

    /** A new connection: what it can, and nothing to compare with. */
    void connected(boolean tellsEvents, boolean keepsAlive) {
        events = tellsEvents;
        keepAlive = keepsAlive;
        cpuTimes = Map.of();
    }

    private interface Question<T> {
        T ask() throws LibvirtFault;
    }

    /** Empty when this question alone has no answer; a broken connection ends the reading. */
    private static <T> Optional<T> answer(Connection connection, Question<T> question) throws LibvirtFault {
        try {
            return Optional.ofNullable(question.ask());
        } catch (LibvirtFault fault) {
            if (!connection.alive()) {
                throw fault;
            }
            return Optional.empty();
        }
    }

    /** What it says of itself; nothing where its driver has no such call. */
    Capabilities capabilities(Connection connection) throws LibvirtFault {
        return answer(connection, connection::capabilities)
                .map(HostXml::capabilities)
                .orElse(Capabilities.NONE);
    }

    /** A short call that goes all the way to the host and back. */
    void ping(Connection connection) throws LibvirtFault {
        answer(connection, connection::libvirtVersion);
    }

    /** Which machine it is and what CPU it has. */
    List<Assertion<?>> identity(Capabilities capabilities) {
        Said said = new Said(host)
                .that(HARDWARE_UUID, capabilities.uuid())
                .that(ARCH, capabilities.arch())
                .that(CPU_MODEL, capabilities.cpuModel());
        if (!capabilities.cpuFeatures().isEmpty()) {
            said.that(CPU_FEATURES, capabilities.cpuFeatures());
        }
        return said.all();
    }

    /** What changes seldom: its name, its size, what it cannot. */
    List<Assertion<?>> standing(Connection connection, Capabilities capabilities, boolean jobsTold)
            throws LibvirtFault {
        Said said = new Said(host)
                .that(NAME, answer(connection, connection::hostname))
                .that(DRIVER, answer(connection, connection::type))
                .that(HYPERVISOR_VERSION, answer(connection, connection::hypervisorVersion))
                .that(LIBVIRT_VERSION, answer(connection, connection::libvirtVersion))
                .that(CANNOT, cannot(connection, capabilities, jobsTold));
        Optional<Node> node = answer(connection, connection::node);
        // its NUMA cells may not add up to its memory, the kernel's own figure does
        Optional<Long> memory = answer(connection, connection::memory)
                .flatMap(kib -> Optional.ofNullable(kib.get("total")))
                .map(kib -> kib * KIB);
        said.that(CPUS, node.map(Node::cpus)).that(MEMORY, memory.or(() -> node.map(Node::memory)));
        return said.all();
    }

    private List<String> cannot(Connection connection, Capabilities capabilities, boolean jobsTold)
            throws LibvirtFault {
        List<String> cannot = new ArrayList<>();
        Optional<Boolean> migrates =
                answer(connection, () -> connection.supports(PEER_TO_PEER)).flatMap(known -> known);
        if (!migrates.orElse(capabilities.migrates())) {
            cannot.add("migrate");
        }
        if (!jobsTold) {
            cannot.add("job-figures");
        }
        if (!events) {
            cannot.add("events");
        }
        if (!keepAlive) {
            cannot.add("keepalive");
        }
        return cannot;
    }

    /** What is measured at every poll: how busy its CPUs were since the last, and what memory a VM could still get. */
    void measures(Connection connection, Said said) throws LibvirtFault {
        Optional<Map<String, Long>> times = answer(connection, connection::cpuTimes);
        times.ifPresent(now -> {
            Rates.busy(all(cpuTimes), idle(cpuTimes), all(now), idle(now))
                    .ifPresent(share -> said.that(CPU_LOAD, share));
            cpuTimes = new HashMap<>(now);
        });
        Optional<Long> free = answer(connection, connection::memory).flatMap(HostReading::available);
        said.that(MEMORY_FREE, free.isPresent() ? free : answer(connection, connection::freeMemory));
    }

    /** Free memory and what the kernel gives back when asked: a busy host's cache would otherwise look like want. */
    private static Optional<Long> available(Map<String, Long> kib) {
        return Optional.ofNullable(kib.get("free"))
                .map(free -> (free + kib.getOrDefault("buffers", 0L) + kib.getOrDefault("cached", 0L)) * KIB);
    }

    private static long all(Map<String, Long> times) {
        return times.isEmpty()
                ? -1
                : times.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long idle(Map<String, Long> times) {
        return times.containsKey("idle") ? times.get("idle") + times.getOrDefault("iowait", 0L) : -1;
    }
}
