package org.redoubt.agent.libvirt;

import static org.redoubt.topology.model.Attributes.CAPACITY;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.OFFERS;
import static org.redoubt.topology.model.Attributes.PART_OF;
import static org.redoubt.topology.model.Attributes.POOL;
import static org.redoubt.topology.model.Attributes.REACHES;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.redoubt.agent.libvirt.Voice.Topic;
import org.redoubt.agent.libvirt.read.DomainXml;
import org.redoubt.agent.libvirt.read.DomainXml.PooledDisk;
import org.redoubt.agent.libvirt.read.HostXml;
import org.redoubt.agent.libvirt.read.HostXml.Network;
import org.redoubt.agent.libvirt.read.HostXml.Pool;
import org.redoubt.agent.libvirt.read.HostXml.Volume;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.topology.model.ElementId;

/**
 * What a host has for its VMs: networks, bridges and network cards to put a NIC on, volumes to open. Read in small steps
 * between polls; what the host offers and reaches is said when a round is complete. What its running VMs use it has too,
 * whether or not a driver lists it. One thread.
 */
final class Inventory {

    /** One short piece of reading. */
    interface Step {
        void on(Connection connection) throws LibvirtFault;
    }

    private final ElementId host;
    private final Voice voice;
    private final Consumer<Voice.Report> said;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Map<PooledDisk, ElementId> pooled = new HashMap<>();
    private Set<ElementId> offers = new TreeSet<>();
    private Set<ElementId> reaches = new TreeSet<>();
    private Map<ElementId, Said> parts = new HashMap<>();

    /** {@code said} is given each complete round. */
    Inventory(ElementId host, Voice voice, Consumer<Voice.Report> said) {
        this.host = host;
        this.voice = voice;
        this.said = said;
    }

    /** Which volume a disk's place in a pool stands for, as far as the pools were read. */
    Optional<ElementId> volume(PooledDisk disk) {
        return Optional.ofNullable(pooled.get(disk));
    }

    /** Begins a round; one that is still under way is begun anew. */
    void begin(VmReading vms) {
        steps.clear();
        offers = new TreeSet<>();
        reaches = new TreeSet<>();
        parts = new HashMap<>();
        steps.add(this::networks);
        steps.add(this::bridges);
        steps.add(this::cards);
        steps.add(this::pools);
        steps.add(connection -> finish(vms));
    }

    boolean pending() {
        return !steps.isEmpty();
    }

    /** Does the next step. What the driver does not support, the host does not have as far as anyone can tell. */
    void step(Connection connection) throws LibvirtFault {
        try {
            steps.removeFirst().on(connection);
        } catch (LibvirtFault fault) {
            if (!connection.alive()) {
                throw fault;
            }
        }
    }

    private void networks(Connection connection) throws LibvirtFault {
        for (Network network : HostXml.each(connection.networks(), HostXml::network)) {
            ElementId id = DomainXml.networkId(network.name());
            offer(id, network.name());
            // one network by two names: VMs may be put on it by either
            network.bridge()
                    .ifPresent(
                            bridge -> offer(DomainXml.bridgeId(bridge), bridge).that(PART_OF, id));
        }
    }

    private void bridges(Connection connection) throws LibvirtFault {
        for (String bridge : HostXml.each(connection.interfaces(), HostXml::bridge)) {
            offer(DomainXml.bridgeId(bridge), bridge);
        }
    }

    private void cards(Connection connection) throws LibvirtFault {
        for (String card : HostXml.each(connection.networkCards(), HostXml::card)) {
            // not an element of the picture: only what a macvtap NIC would ask for
            offers.add(DomainXml.directId(card));
        }
    }

    private Said offer(ElementId network, String name) {
        offers.add(network);
        return parts.computeIfAbsent(network, id -> new Said(id).that(NAME, name));
    }

    private void pools(Connection connection) throws LibvirtFault {
        List<Pool> pools = HostXml.each(connection.pools(), HostXml::pool);
        pooled.clear();
        // before the step that finishes the round
        for (Pool pool : pools) {
            steps.addFirst(at -> volumes(at, pool));
        }
    }

    private void volumes(Connection connection, Pool pool) throws LibvirtFault {
        for (Volume volume : HostXml.each(connection.volumes(pool.uuid()), HostXml::volume)) {
            ElementId id = DomainXml.volumeId(volume.path());
            reaches.add(id);
            pooled.put(new PooledDisk(pool.name(), volume.name()), id);
            parts.put(
                    id,
                    new Said(id)
                            .that(NAME, volume.name())
                            .that(POOL, pool.name())
                            .amount(CAPACITY, volume.capacity()));
        }
    }

    private void finish(VmReading vms) {
        vms.poolsRead();
        offers.addAll(vms.proven(DomainXml::networks));
        reaches.addAll(vms.proven(DomainXml::volumes));
        Voice.Report report = voice.report();
        Set<ElementId> before = new HashSet<>(voice.spokenOf(Topic.INVENTORY));
        before.removeAll(parts.keySet());
        before.remove(host);
        before.forEach(report::gone);
        parts.forEach((id, part) -> report.of(id, Topic.INVENTORY, part.all()));
        report.of(
                host,
                Topic.INVENTORY,
                new Said(host)
                        .that(OFFERS, List.copyOf(offers))
                        .that(REACHES, List.copyOf(reaches))
                        .all());
        said.accept(report);
    }
}
