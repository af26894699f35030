package org.redoubt.agent.libvirt;

import static org.redoubt.topology.model.Attributes.CPUS;
import static org.redoubt.topology.model.Attributes.CPU_FEATURES;
import static org.redoubt.topology.model.Attributes.CPU_LOAD;
import static org.redoubt.topology.model.Attributes.CPU_MODEL;
import static org.redoubt.topology.model.Attributes.DISK_READ;
import static org.redoubt.topology.model.Attributes.DISK_WRITE;
import static org.redoubt.topology.model.Attributes.JOB;
import static org.redoubt.topology.model.Attributes.MEMORY;
import static org.redoubt.topology.model.Attributes.MEMORY_USED;
import static org.redoubt.topology.model.Attributes.NAME;
import static org.redoubt.topology.model.Attributes.NEEDS_NETWORKS;
import static org.redoubt.topology.model.Attributes.NEEDS_VOLUMES;
import static org.redoubt.topology.model.Attributes.NET_RECEIVED;
import static org.redoubt.topology.model.Attributes.NET_SENT;
import static org.redoubt.topology.model.Attributes.PERSISTENT;
import static org.redoubt.topology.model.Attributes.RUNS_ON;
import static org.redoubt.topology.model.Attributes.STATE;
import static org.redoubt.topology.model.Attributes.STATE_REASON;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.redoubt.agent.libvirt.Voice.Topic;
import org.redoubt.agent.libvirt.read.DomainXml;
import org.redoubt.agent.libvirt.read.JobStats;
import org.redoubt.agent.libvirt.read.Rates;
import org.redoubt.agent.libvirt.read.VmFigures;
import org.redoubt.agent.libvirt.read.VmStates;
import org.redoubt.agent.libvirt.wire.Connection;
import org.redoubt.agent.libvirt.wire.Domain;
import org.redoubt.agent.libvirt.wire.LibvirtFault;
import org.redoubt.agent.libvirt.wire.NativeDomains.DomainRecord;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.topology.fact.Assertion;
import org.redoubt.topology.model.Attribute;
import org.redoubt.topology.model.ElementId;
import org.redoubt.topology.model.Job;

/**
 * The VMs of one host, as its watch connection reads them. Figures come in bulk. A definition is read once, and again when
 * an event is about it; besides, a few are read again with each poll, so that a change nobody told of is not missed for
 * good. A job is asked for where there are signs of one. So a poll makes as many calls for a thousand VMs as for ten. One
 * thread.
 */
final class VmReading {

    /** How many VMs are read again with each poll, whether or not anybody told of a change. */
    private static final int AGAIN = 2;

    /** The same where the driver tells of nothing: so many milliseconds of a poll. */
    private static final long BUDGET = 500;

    private static final long NEVER = Long.MIN_VALUE;

    private static final class Known {
        private int id = -1;
        private VmFigures figures;
        private long figuresAt;
        private long readAt = NEVER;
        private DomainXml definition;
        private Optional<List<ElementId>> volumes = Optional.empty();
        private boolean active;
        private Job job = Job.NONE;
        private boolean suspect;
        private DirtySamples dirtied = new DirtySamples();
    }

    private final ElementId host;
    private final Voice voice;
    private final DeskClock clock;
    private final Inventory pools;
    private final Map<String, Known> known = new HashMap<>();
    private boolean jobsTold = true;
    private boolean eventsTold;

    VmReading(ElementId host, Voice voice, DeskClock clock, Inventory pools) {
        this.host = host;
        this.voice = voice;
        this.clock = clock;
        this.pools = pools;
    }

    /** Whether the driver tells of jobs; true until it said that it does not. */
    boolean jobsTold() {
        return jobsTold;
    }

    /** What the driver tells may differ after a reconnect. */
    void connected(boolean events) {
        jobsTold = true;
        eventsTold = events;
    }

    /** Adds the figures of all VMs to {@code report}, and takes back what was said of those that are gone. */
    void figures(Connection connection, Voice.Report report) throws LibvirtFault {
        List<DomainRecord> records = connection.figures();
        long now = clock.millis();
        Map<String, Known> before = new HashMap<>(known);
        known.clear();
        for (DomainRecord record : records) {
            Known vm = before.getOrDefault(record.uuid(), new Known());
            known.put(record.uuid(), vm);
            VmFigures figures = VmFigures.of(record.figures());
            boolean active = record.id() >= 0;
            ElementId id = ElementId.vm(record.uuid());
            report.of(id, Topic.STATE, state(id, figures.state(), figures.reason(), active));
            report.of(id, Topic.FIGURES, active ? figures(id, figures, vm, now) : List.of());
            look(vm, record.id(), active ? figures : null);
            vm.figuresAt = now;
        }
        for (ElementId said : voice.spokenOf(Topic.STATE)) {
            if (!known.containsKey(said.key())) {
                report.gone(said);
            }
        }
    }

    /** What the bulk answer tells besides the figures: that it is another run of this VM, or that a job keeps it busy. */
    private static void look(Known vm, int id, VmFigures figures) {
        if (vm.id != id) {
            vm.readAt = NEVER;
            vm.dirtied = vm.id < 0 ? vm.dirtied : new DirtySamples();
        }
        vm.id = id;
        vm.active = figures != null;
        vm.suspect = vm.active
                && (VmStates.byJob(figures.state(), figures.reason())
                        || vm.figures != null && vm.figures.measured() && !figures.measured());
        vm.figures = figures;
    }

    private List<Assertion<?>> state(ElementId id, int state, int reason, boolean active) {
        Said said = new Said(id).that(STATE, VmStates.state(state));
        String why = VmStates.reason(state, reason);
        if (!why.isEmpty()) {
            said.that(STATE_REASON, why);
        }
        if (active) {
            said.that(RUNS_ON, host);
        }
        return said.all();
    }

    private static List<Assertion<?>> figures(ElementId id, VmFigures now, Known before, long at) {
        Said said = new Said(id).amount(MEMORY_USED, now.used());
        before.dirtied.look(now, at);
        before.dirtied.say(said, at);
        VmFigures then = before.figures;
        if (then != null) {
            long millis = at - before.figuresAt;
            OptionalDouble load = Rates.load(then.cpuTime(), now.cpuTime(), millis, now.cpus());
            load.ifPresent(share -> said.that(CPU_LOAD, share));
            rate(said, DISK_READ, Rates.perSecond(then.diskRead(), now.diskRead(), millis));
            rate(said, DISK_WRITE, Rates.perSecond(then.diskWrite(), now.diskWrite(), millis));
            rate(said, NET_RECEIVED, Rates.perSecond(then.netReceived(), now.netReceived(), millis));
            rate(said, NET_SENT, Rates.perSecond(then.netSent(), now.netSent(), millis));
        }
        return said.all();
    }

    private static void rate(Said said, Attribute<Long> attribute, OptionalLong rate) {
        rate.ifPresent(value -> said.that(attribute, value));
    }

    /** Adds the definitions and jobs of all VMs. */
    void all(Connection connection, Voice.Report report) throws LibvirtFault {
        for (Map.Entry<String, Known> entry : known.entrySet()) {
            definition(connection, entry.getKey(), entry.getValue(), report);
        }
    }

    /** Adds the definitions of those that were not read yet and of a few besides, and the jobs of which there are signs. */
    void some(Connection connection, Voice.Report report) throws LibvirtFault {
        long until = clock.millis() + BUDGET;
        int again = 0;
        for (Map.Entry<String, Known> entry : longestAgo()) {
            Known vm = entry.getValue();
            // one that was never read is not left to wait
            if (vm.readAt == NEVER) {
                definition(connection, entry.getKey(), vm, report);
            } else if (eventsTold ? again < AGAIN : clock.millis() <= until) {
                definition(connection, entry.getKey(), vm, report);
                again++;
            } else if (vm.suspect || vm.job != Job.NONE) {
                works(connection, entry.getKey(), report);
            }
        }
    }

    private List<Map.Entry<String, Known>> longestAgo() {
        List<Map.Entry<String, Known>> oldest = new ArrayList<>(known.entrySet());
        oldest.sort(Comparator.comparingLong(entry -> entry.getValue().readAt));
        return oldest;
    }

    /** What a disk's place in a pool stands for may be known now: those of which it was not are read again. */
    void poolsRead() {
        for (Known vm : known.values()) {
            if (vm.definition != null && !volumes(vm.definition).equals(vm.volumes)) {
                vm.readAt = NEVER;
            }
        }
    }

    private void definition(Connection connection, String uuid, Known vm, Voice.Report report) throws LibvirtFault {
        ElementId id = ElementId.vm(uuid);
        vm.readAt = clock.millis();
        try {
            connection.domain(uuid, domain -> {
                Optional<DomainXml> parsed = DomainXml.parse(domain.xml());
                vm.definition = parsed.orElse(null);
                vm.volumes = parsed.flatMap(this::volumes);
                Said said = new Said(id).that(PERSISTENT, domain.persistent());
                parsed.ifPresent(xml -> define(said, xml));
                report.of(id, Topic.DEFINITION, said.all());
                job(domain, vm, report, id);
                return domain;
            });
        } catch (LibvirtFault fault) {
            if (!connection.alive()) {
                throw fault;
            }
            // this VM's answer alone is missing: what is known of it stays, and grows old
            vm.readAt = NEVER;
        }
    }

    /** Adds the job of one VM; where its answer alone is missing, what is known of it stays. */
    void works(Connection connection, String uuid, Voice.Report report) throws LibvirtFault {
        Known vm = known.get(uuid);
        if (vm == null || !jobsTold) {
            return;
        }
        try {
            connection.domain(uuid, domain -> {
                job(domain, vm, report, ElementId.vm(uuid));
                return domain;
            });
        } catch (LibvirtFault fault) {
            if (!connection.alive()) {
                throw fault;
            }
        }
    }

    private void define(Said said, DomainXml xml) {
        said.that(NAME, xml.name())
                .amount(MEMORY, xml.memory())
                .amount(CPUS, xml.cpus())
                .that(NEEDS_NETWORKS, xml.networks())
                .that(CPU_MODEL, xml.cpuModel());
        volumes(xml).ifPresent(all -> said.that(NEEDS_VOLUMES, all));
        if (!xml.cpuFeatures().isEmpty()) {
            said.that(CPU_FEATURES, xml.cpuFeatures());
        }
    }

    /** All of its volumes, or nothing while it is not known which volume a pool's name stands for. */
    private Optional<List<ElementId>> volumes(DomainXml xml) {
        List<ElementId> all = new ArrayList<>(xml.volumes());
        for (DomainXml.PooledDisk disk : xml.pooled()) {
            Optional<ElementId> volume = pools.volume(disk);
            if (volume.isEmpty()) {
                return Optional.empty();
            }
            all.add(volume.get());
        }
        return Optional.of(all);
    }

    private void job(Domain domain, Known vm, Voice.Report report, ElementId id) throws LibvirtFault {
        Job job = vm.active ? job(domain) : null;
        vm.job = job == null ? Job.NONE : job;
        report.of(
                id,
                Topic.JOB,
                job == null ? List.of() : new Said(id).that(JOB, job).all());
    }

    /** Null where the driver does not tell. */
    private Job job(Domain domain) throws LibvirtFault {
        try {
            return jobsTold ? JobStats.job(domain.job()) : null;
        } catch (LibvirtFault fault) {
            if (!fault.unsupported()) {
                throw fault;
            }
            jobsTold = false;
            return null;
        }
    }

    /**
     * Adds what is so of one VM now: an event told that something about it changed. Where its answer alone is missing,
     * what is known of it stays until the next poll.
     */
    void changed(Connection connection, String uuid, Voice.Report report) throws LibvirtFault {
        try {
            readAgain(connection, uuid, report);
        } catch (LibvirtFault fault) {
            if (!connection.alive()) {
                throw fault;
            }
        }
    }

    private void readAgain(Connection connection, String uuid, Voice.Report report) throws LibvirtFault {
        ElementId id = ElementId.vm(uuid);
        Known vm = known.computeIfAbsent(uuid, fresh -> new Known());
        Optional<int[]> now = connection.domain(uuid, domain -> {
            vm.id = domain.id();
            vm.active = vm.id >= 0;
            return domain.state();
        });
        if (now.isEmpty()) {
            known.remove(uuid);
            report.gone(id);
            return;
        }
        report.of(id, Topic.STATE, state(id, now.get()[0], now.get()[1], vm.active));
        if (!vm.active) {
            vm.figures = null;
            report.of(id, Topic.FIGURES, List.of());
        }
        definition(connection, uuid, vm, report);
    }

    /** What the VMs that run here prove that the host has: their networks and volumes. */
    List<ElementId> proven(Function<DomainXml, List<ElementId>> what) {
        return known.values().stream()
                .filter(vm -> vm.active && vm.definition != null)
                .flatMap(vm -> what.apply(vm.definition).stream())
                .distinct()
                .toList();
    }
}
