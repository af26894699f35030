package org.redoubt.agent.libvirt;

import static org.redoubt.topology.model.Attributes.BEAT;
import static org.redoubt.topology.model.Attributes.LATENCY;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.redoubt.agent.libvirt.Voice.Topic;
import org.redoubt.agent.libvirt.read.HostXml.Capabilities;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.link.LinkVerdict;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.LinkState;

/** What is read over a watch connection and when: all of it first, then polls, rounds and what events are about. One thread. */
final class Readings {

    private final ElementId id;
    private final LibvirtSource source;
    private final DeskClock clock;
    private final Consumer<Voice.Report> said;
    private final Inventory inventory;
    private final VmReading vms;
    private final HostReading host;
    private Connection connection;
    private Capabilities capabilities = Capabilities.NONE;
    private long lastBeat = -1;

    Readings(ElementId id, LibvirtSource source, DeskClock clock, Consumer<Voice.Report> said) {
        this.id = id;
        this.source = source;
        this.clock = clock;
        this.said = said;
        this.inventory = new Inventory(id, source.voice(), said);
        this.vms = new VmReading(id, source.voice(), clock, inventory);
        this.host = new HostReading(id);
    }

    /** Turns to a new connection; which machine it leads to, where that tells. */
    Optional<String> connected(Connection opened, boolean events, boolean keepsAlive) throws LibvirtFault {
        connection = opened;
        vms.connected(events);
        host.connected(events, keepsAlive);
        capabilities = host.capabilities(connection);
        return capabilities.uuid();
    }

    /** Everything there is, and only then connected: who sees a connected host sees its VMs and what it offers. */
    void first(long until) throws LibvirtFault {
        Voice.Report report = source.voice().report();
        vms.figures(connection, report);
        vms.all(connection, report);
        report.of(id, Topic.IDENTITY, host.identity(capabilities));
        report.of(id, Topic.HOST, host.standing(connection, capabilities, vms.jobsTold()));
        said.accept(report);
        inventory.begin(vms);
        while (inventory.pending() && clock.millis() < until) {
            inventory.step(connection);
        }
        poll();
    }

    /** What changes seldom, and what the host is made of when {@code all}. */
    void round(boolean all) throws LibvirtFault {
        Voice.Report report = source.voice().report();
        if (all) {
            capabilities = host.capabilities(connection);
            report.of(id, Topic.IDENTITY, host.identity(capabilities));
        }
        report.of(id, Topic.HOST, host.standing(connection, capabilities, vms.jobsTold()));
        said.accept(report);
        inventory.begin(vms);
    }

    /** One poll; that it was answered is the host's heartbeat. */
    void poll() throws LibvirtFault {
        Voice.Report report = source.voice().report();
        long before = clock.micros();
        host.ping(connection);
        long latency = clock.micros() - before;
        vms.figures(connection, report);
        vms.some(connection, report);
        Said measures = new Said(id);
        host.measures(connection, measures);
        report.of(id, Topic.FIGURES, measures.all());
        long now = clock.millis();
        Said link = source.link(new LinkVerdict(LinkState.CONNECTED, "")).that(LATENCY, latency);
        if (lastBeat >= 0) {
            link.that(BEAT, now - lastBeat);
        }
        lastBeat = now;
        said.accept(report.of(id, Topic.LINK, link.all()));
    }

    /**
     * What events were about.
     *
     * @param uuids VMs about which anything may have changed
     * @param working VMs whose jobs alone did
     */
    void changed(Collection<String> uuids, Collection<String> working) throws LibvirtFault {
        Voice.Report report = source.voice().report();
        for (String uuid : uuids) {
            vms.changed(connection, uuid, report);
        }
        for (String uuid : working) {
            vms.works(connection, uuid, report);
        }
        said.accept(report);
    }

    /** Whether part of a round is still to be read. */
    boolean pending() {
        return inventory.pending();
    }

    void step() throws LibvirtFault {
        inventory.step(connection);
    }
}
