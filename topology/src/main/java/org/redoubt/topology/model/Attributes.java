package org.redoubt.topology.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.redoubt.topology.model.Attribute.Agreement;
import org.redoubt.topology.model.Attribute.Shape;

/** Every attribute there is. Memory and sizes are bytes, rates bytes per second, loads shares of one. */
public final class Attributes {

    private static final class Register {
        private final List<Attribute<?>> all = new ArrayList<>();

        private <T> Attribute<T> add(String name, Shape shape, Class<?> type, Unit unit, Agreement agreement) {
            if (all.size() > Byte.MAX_VALUE) {
                throw new IllegalStateException("claims keep an attribute's place in a byte");
            }
            Attribute<T> attribute = new Attribute<>(all.size(), name, shape, type, unit, agreement);
            all.add(attribute);
            return attribute;
        }

        private Attribute<String> text(String name) {
            return add(name, Shape.TEXT, null, Unit.NONE, Agreement.NEWEST);
        }

        private Attribute<String> identity(String name) {
            return add(name, Shape.TEXT, null, Unit.NONE, Agreement.CONTRADICTS);
        }

        private Attribute<List<String>> texts(String name) {
            return add(name, Shape.TEXTS, null, Unit.NONE, Agreement.NEWEST);
        }

        private Attribute<Long> amount(String name, Unit unit) {
            return add(name, Shape.AMOUNT, null, unit, Agreement.NEWEST);
        }

        private Attribute<Double> share(String name) {
            return add(name, Shape.DECIMAL, null, Unit.SHARE, Agreement.NEWEST);
        }

        private Attribute<Boolean> flag(String name) {
            return add(name, Shape.FLAG, null, Unit.NONE, Agreement.CONTRADICTS);
        }

        private Attribute<ElementId> ref(String name) {
            return add(name, Shape.REF, null, Unit.NONE, Agreement.CONTRADICTS);
        }

        private Attribute<List<ElementId>> refs(String name) {
            return add(name, Shape.REFS, null, Unit.NONE, Agreement.NEWEST);
        }

        private <E extends Enum<E>> Attribute<E> choice(String name, Class<E> type, Agreement agreement) {
            return add(name, Shape.CHOICE, type, Unit.NONE, agreement);
        }
    }

    private static final Register REGISTER = new Register();

    // --- any element
    public static final Attribute<String> NAME = REGISTER.text("name");
    /** What it is a part of: a card's host, a port's card, switch or host, a controller's array. */
    public static final Attribute<ElementId> PART_OF = REGISTER.ref("part-of");
    /** What it belongs to besides: a host's cluster, a NIC's bond, a VM's group. */
    public static final Attribute<List<ElementId>> MEMBER_OF = REGISTER.refs("member-of");
    /** The other end of its cable or link: a port, or the switch itself where the port is not known. */
    public static final Attribute<List<ElementId>> CABLED_TO = REGISTER.refs("cabled-to");

    public static final Attribute<List<ElementId>> FED_BY = REGISTER.refs("fed-by");
    public static final Attribute<Side> SIDE = REGISTER.choice("side", Side.class, Agreement.CONTRADICTS);
    public static final Attribute<Health> HEALTH = REGISTER.choice("health", Health.class, Agreement.CONTRADICTS);
    /** What is the matter, in the source's own words. */
    public static final Attribute<String> DETAIL = REGISTER.text("detail");
    /** Whether a port has carrier, a path works, a feed carries power. */
    public static final Attribute<Boolean> UP = REGISTER.flag("up");

    /** Of a failure domain: what fails with it. */
    public static final Attribute<List<ElementId>> CONTAINS = REGISTER.refs("contains");
    /** Whether what leaves the site leaves it here. */
    public static final Attribute<Boolean> NETWORK_ROOT = REGISTER.flag("network-root");

    public static final Attribute<Long> SPEED = REGISTER.amount("speed", Unit.BYTES_PER_SECOND);

    // --- hosts
    public static final Attribute<LinkState> LINK = REGISTER.choice("link", LinkState.class, Agreement.NEWEST);
    /** Why the link is as it is, and what to do about it. */
    public static final Attribute<String> LINK_DETAIL = REGISTER.text("link-detail");
    /** How long the last answer took. */
    public static final Attribute<Long> LATENCY = REGISTER.amount("latency", Unit.MICROS);

    public static final Attribute<String> ADDRESS = REGISTER.text("address");
    /** The address by which other hosts reach this one for a migration. */
    public static final Attribute<String> PEER_ADDRESS = REGISTER.text("peer-address");

    public static final Attribute<String> HARDWARE_UUID = REGISTER.identity("hardware-uuid");
    public static final Attribute<Owner> OWNER = REGISTER.choice("owner", Owner.class, Agreement.CONTRADICTS);
    /** The hypervisor as its driver calls itself: QEMU, Xen, TEST. Of a port: the kernel's driver. */
    public static final Attribute<String> DRIVER = REGISTER.text("driver");

    public static final Attribute<String> HYPERVISOR_VERSION = REGISTER.text("hypervisor-version");
    public static final Attribute<String> LIBVIRT_VERSION = REGISTER.text("libvirt-version");
    /** What the driver was asked for and said it cannot do: {@code migrate}, {@code job-figures}. */
    public static final Attribute<List<String>> CANNOT = REGISTER.texts("cannot");

    public static final Attribute<String> KERNEL = REGISTER.text("kernel");
    public static final Attribute<String> OPERATING_SYSTEM = REGISTER.text("operating-system");
    /** Programs and their versions, as installed; what runs may be older. */
    public static final Attribute<List<String>> INSTALLED = REGISTER.texts("installed");
    /** For how long it has been running. */
    public static final Attribute<Long> UPTIME = REGISTER.amount("uptime", Unit.SECONDS);

    public static final Attribute<String> ARCH = REGISTER.text("arch");
    public static final Attribute<String> CPU_MODEL = REGISTER.text("cpu-model");
    public static final Attribute<List<String>> CPU_FEATURES = REGISTER.texts("cpu-features");
    public static final Attribute<Long> CPUS = REGISTER.amount("cpus", Unit.COUNT);
    /** A host's or a VM's memory. */
    public static final Attribute<Long> MEMORY = REGISTER.amount("memory", Unit.BYTES);

    public static final Attribute<Long> MEMORY_FREE = REGISTER.amount("memory-free", Unit.BYTES);
    public static final Attribute<Double> CPU_LOAD = REGISTER.share("cpu-load");
    /** The networks and bridges on which it can put a VM's NIC. */
    public static final Attribute<List<ElementId>> OFFERS = REGISTER.refs("offers");
    /** The volumes it can open. */
    public static final Attribute<List<ElementId>> REACHES = REGISTER.refs("reaches");
    /** The link over which its migrations go. */
    public static final Attribute<Long> MIGRATION_SPEED = REGISTER.amount("migration-speed", Unit.BYTES_PER_SECOND);

    /** What keeps a VM from being started on it while it runs elsewhere: {@code virtlockd}, {@code sanlock}, {@code none}. */
    public static final Attribute<String> START_LOCK = REGISTER.text("start-lock");
    /** What resets it when it hangs; an empty list: nothing does. */
    public static final Attribute<List<String>> WATCHDOGS = REGISTER.texts("watchdogs");

    public static final Attribute<Boolean> WATCHDOG_ARMED = REGISTER.flag("watchdog-armed");
    /** How long the armed watchdog waits for a sign of life. */
    public static final Attribute<Long> WATCHDOG_TIMEOUT = REGISTER.amount("watchdog-timeout", Unit.SECONDS);

    // --- VMs
    /** Where it is a process now: claimed by each host that holds it active. */
    public static final Attribute<ElementId> RUNS_ON = REGISTER.ref("runs-on");
    /** Its state there; each host says so of its own. */
    public static final Attribute<RunState> STATE = REGISTER.choice("state", RunState.class, Agreement.CONTRADICTS);

    public static final Attribute<String> STATE_REASON = REGISTER.text("state-reason");
    public static final Attribute<Boolean> PERSISTENT = REGISTER.flag("persistent");
    public static final Attribute<List<ElementId>> NEEDS_NETWORKS = REGISTER.refs("needs-networks");
    public static final Attribute<List<ElementId>> NEEDS_VOLUMES = REGISTER.refs("needs-volumes");
    public static final Attribute<Long> MEMORY_USED = REGISTER.amount("memory-used", Unit.BYTES);
    public static final Attribute<Long> DIRTY_RATE = REGISTER.amount("dirty-rate", Unit.BYTES_PER_SECOND);
    /** How much of its memory it wrote to, however often, while it was looked at for a second. */
    public static final Attribute<Long> DIRTIED_SHORTLY = REGISTER.amount("dirtied-in-1-s", Unit.BYTES);
    /** The same in four seconds: no more than in one when it writes the same over and over. */
    public static final Attribute<Long> DIRTIED_LONGER = REGISTER.amount("dirtied-in-4-s", Unit.BYTES);

    public static final Attribute<Long> DISK_READ = REGISTER.amount("disk-read", Unit.BYTES_PER_SECOND);
    public static final Attribute<Long> DISK_WRITE = REGISTER.amount("disk-write", Unit.BYTES_PER_SECOND);
    public static final Attribute<Long> NET_RECEIVED = REGISTER.amount("net-received", Unit.BYTES_PER_SECOND);
    public static final Attribute<Long> NET_SENT = REGISTER.amount("net-sent", Unit.BYTES_PER_SECOND);
    public static final Attribute<Job> JOB = REGISTER.choice("job", Job.class, Agreement.NEWEST);

    // --- heartbeats
    /** Milliseconds between the last two beats. */
    public static final Attribute<Long> BEAT = REGISTER.amount("beat", Unit.MILLIS);
    /** How often this heartbeat is meant to be heard. */
    public static final Attribute<Long> BEAT_EXPECTED = REGISTER.amount("beat-expected", Unit.MILLIS);

    /** A clock that runs on it, by what happens at its end: self-fence, token lost, fencing. */
    public static final Attribute<String> COUNTDOWN = REGISTER.text("countdown");
    /** What was left of that clock when this was said. */
    public static final Attribute<Long> COUNTDOWN_LEFT = REGISTER.amount("countdown-left", Unit.MILLIS);

    // --- clusters
    /** A host's state as a member of its cluster: each node that was asked says so of all of them. */
    public static final Attribute<NodeState> NODE_STATE =
            REGISTER.choice("node-state", NodeState.class, Agreement.CONTRADICTS);
    /** Whether the partition of the one who says so may run resources. */
    public static final Attribute<Boolean> QUORATE = REGISTER.flag("quorate");
    /** The member that decides for the others; two at once are two clusters. */
    public static final Attribute<ElementId> COORDINATOR = REGISTER.ref("coordinator");
    /** Of a cluster or a resource: nobody but an operator starts or stops it. */
    public static final Attribute<Boolean> MAINTENANCE = REGISTER.flag("maintenance");

    public static final Attribute<Boolean> FENCING_ENABLED = REGISTER.flag("fencing-enabled");
    /** A cluster's settings, {@code name=value}. */
    public static final Attribute<List<String>> OPTIONS = REGISTER.texts("options");
    /** Members of a cluster of which it is not known which host they are. */
    public static final Attribute<List<String>> UNMATCHED_NODES = REGISTER.texts("unmatched-nodes");
    /** How long a cluster waits for its token before it counts a member as lost. */
    public static final Attribute<Long> TOKEN_TIMEOUT = REGISTER.amount("token-timeout", Unit.MILLIS);
    /** How long after it loses its cluster or its disks a host shoots itself. */
    public static final Attribute<Long> SELF_FENCE_TIMEOUT = REGISTER.amount("self-fence-timeout", Unit.MILLIS);
    /** A host's slots on the disks over which it may be told to shoot itself. */
    public static final Attribute<List<String>> SELF_FENCE_SLOTS = REGISTER.texts("self-fence-slots");

    // --- what a cluster runs
    /** The id by which a cluster manager knows it; of a VM: it starts and stops this VM by that id. */
    public static final Attribute<String> RESOURCE = REGISTER.text("resource");
    /** What acts for the cluster: {@code ocf:heartbeat:VirtualDomain}, {@code stonith:fence_ipmilan}. */
    public static final Attribute<String> AGENT = REGISTER.text("agent");
    /** The VM that a resource is, by its name or its UUID as far as the cluster knows it. */
    public static final Attribute<String> DOMAIN = REGISTER.text("domain");
    /** How many VMs a cluster says it runs; nobody says so while its resources could not be read. */
    public static final Attribute<Long> DOMAINS = REGISTER.amount("domains", Unit.COUNT);
    /** Whether a move is a live migration; where not, it is a stop and a start. */
    public static final Attribute<Boolean> ALLOW_MIGRATE = REGISTER.flag("allow-migrate");
    /**
     * What the cluster makes of it: Started, Stopped, Promoted; and what somebody asked it to make of it. Of a replica:
     * Primary, Secondary.
     */
    public static final Attribute<String> ROLE = REGISTER.text("role");
    /** Where it may run, with whom, and after whom. */
    public static final Attribute<List<String>> RULES = REGISTER.texts("rules");
    /** What went wrong with it and was not cleaned up. */
    public static final Attribute<List<String>> FAILURES = REGISTER.texts("failures");

    // --- fencing
    /** The hosts that a fence device can shoot. */
    public static final Attribute<List<ElementId>> TARGETS = REGISTER.refs("targets");
    /** Of a host: which devices shoot it, level by level. */
    public static final Attribute<List<String>> FENCE_LEVELS = REGISTER.texts("fence-levels");
    /** How the newest fencing of a host went. */
    public static final Attribute<FenceState> FENCING = REGISTER.choice("fencing", FenceState.class, Agreement.NEWEST);
    /** Who was shot when, by whom and on whose behalf; newest first. */
    public static final Attribute<List<String>> FENCE_HISTORY = REGISTER.texts("fence-history");

    // --- bonds
    /**
     * How ports work together, as it is written where it is set: {@code active-backup}, {@code 802.3ad}. Of a group of VMs:
     * {@code guest-cluster}, {@code anti-affinity}; of what racks stand in: {@code room}.
     */
    public static final Attribute<String> MODE = REGISTER.text("mode");
    /** The port that a bond sends through. */
    public static final Attribute<ElementId> ACTIVE_MEMBER = REGISTER.ref("active-member");

    // --- clocks, and what asking costs
    /** How far a host's clock is ahead of this desk's; negative where it is behind. */
    public static final Attribute<Long> CLOCK_OFFSET = REGISTER.amount("clock-offset", Unit.MILLIS);
    /** By how much that may be wrong, either way. */
    public static final Attribute<Long> CLOCK_UNCERTAINTY = REGISTER.amount("clock-uncertainty", Unit.MILLIS);
    /** What one round of questions takes of the host's CPUs, by its own account. */
    public static final Attribute<Long> PROBE_CPU = REGISTER.amount("probe-cpu", Unit.MILLIS);
    /** What the answers of one round come to. */
    public static final Attribute<Long> PROBE_BYTES = REGISTER.amount("probe-bytes", Unit.BYTES);

    // --- storage, slots
    public static final Attribute<Long> CAPACITY = REGISTER.amount("capacity", Unit.BYTES);
    public static final Attribute<String> POOL = REGISTER.text("pool");
    public static final Attribute<String> RAID = REGISTER.text("raid");
    public static final Attribute<Long> SPARES = REGISTER.amount("spares", Unit.COUNT);
    /** How far a replica is behind. */
    public static final Attribute<Long> REPLICA_LAG = REGISTER.amount("replica-lag", Unit.MILLIS);

    /** By how much a replica and its original differ. */
    public static final Attribute<Long> REPLICA_BEHIND = REGISTER.amount("replica-behind", Unit.BYTES);

    public static final Attribute<ElementId> REPLICA_OF = REGISTER.ref("replica-of");
    /** Who made it, and what they call it. */
    public static final Attribute<String> MODEL = REGISTER.text("model");

    public static final Attribute<String> SERIAL = REGISTER.text("serial");
    public static final Attribute<String> SLOT = REGISTER.text("slot");

    // --- what was not understood
    /** Of a host: which of its answers could not be read, and why; what they would have told is unknown. */
    public static final Attribute<List<String>> UNREADABLE = REGISTER.texts("unreadable");

    /** What the site file leaves open of it, though it says so of others: {@code hba1 of node-2 is cabled nowhere}. */
    public static final Attribute<List<String>> GAPS = REGISTER.texts("gaps");

    // --- what people say of things
    /** Words that somebody put on a host or a VM, to find it again by. */
    public static final Attribute<List<String>> TAGS = REGISTER.texts("tags");
    /** Whose it is: names or addresses of people to be asked. */
    public static final Attribute<List<String>> PEOPLE = REGISTER.texts("people");

    public static final Attribute<Criticality> CRITICALITY =
            REGISTER.choice("criticality", Criticality.class, Agreement.NEWEST);

    private static final List<Attribute<?>> ALL = List.copyOf(REGISTER.all);
    private static final Map<String, Attribute<?>> BY_NAME = byName();

    private Attributes() {}

    /** All attributes, in the order of this page. */
    public static List<Attribute<?>> all() {
        return ALL;
    }

    public static Optional<Attribute<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Attribute<?>> byName() {
        Map<String, Attribute<?>> byName = new HashMap<>();
        for (Attribute<?> attribute : ALL) {
            if (byName.put(attribute.name(), attribute) != null) {
                throw new IllegalStateException("two attributes are called " + attribute.name());
            }
        }
        return Map.copyOf(byName);
    }
}
