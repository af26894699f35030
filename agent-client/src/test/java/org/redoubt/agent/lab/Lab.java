package org.redoubt.agent.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * The lab of {@code agent-client/lab} as tests use it: real hosts and guests on this machine. Everything here runs the lab's own
 * scripts; nothing is known about it that they do not say. The JVM has to sit in the lab's namespace {@code noc}, which
 * {@code agent-client/lab/jvm} sees to.
 */
public final class Lab {
    /** Which guests run: none, the four that the table marks as few, all for tests, or those that write fast. */
    public enum Guests {
        NONE,
        FEW,
        ALL,
        WRITERS
    }

    /** What a lab has besides its three hosts: a cluster of them with two switches, or node-4 with a kernel of its own. */
    public enum Part {
        CLUSTER,
        KERNEL_HOST
    }

    /** A guest of the lab: its UUID, the host that it is first started on, and its name, which may be hostile. */
    public record Guest(String uuid, String home, String name) {}

    /** The lab cannot run on this machine; the message says why. */
    public static final class UnavailableException extends Exception {
        private static final long serialVersionUID = 1L;

        public UnavailableException(String message) {
            super(message);
        }
    }

    private static final int CANNOT = 2;
    private static final Duration POLL = Duration.ofMillis(50);
    /** A whole line: the one being written has no end yet. */
    private static final Pattern TICK = Pattern.compile("^tick (\\d+) uptime [0-9.]+\\r?\\n", Pattern.MULTILINE);

    private final Path scripts;
    private final Path dir;

    private Lab(Path scripts, Path dir) {
        this.scripts = scripts;
        this.dir = dir;
    }

    /**
     * Brings the lab up. When it is up already this makes good what is missing: cut cables, dead or stopped daemons, guests that
     * run nowhere. Guests that run somewhere stay there. Without parts it is the plain lab, in which nobody owns a guest: one
     * that has more is taken down first.
     */
    public static Lab up(Guests guests, Part... parts) throws UnavailableException {
        Path scripts = Scripts.find();
        if (!Scripts.atTheDesk()) {
            throw new UnavailableException(
                    "this JVM is not in the lab's namespace; start it by agent-client/lab/jvm, as root");
        }
        List<String> command = new ArrayList<>(List.of(
                scripts.resolve("up").toString(), "--guests", guests.name().toLowerCase(Locale.ROOT)));
        for (Part part : parts) {
            command.add("--" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (parts.length == 0) {
            command.add("--plain");
        }
        Script ended = Script.run(command);
        if (ended.code() == CANNOT) {
            throw new UnavailableException(ended.err().strip());
        }
        if (ended.code() != 0) {
            Script.run(
                    List.of(scripts.resolve("down").toString())); // a lab that is half there is nobody's to take down
        }
        String[] words = ended.orFail().strip().split(" ");
        return new Lab(scripts, Path.of(words[words.length - 1]).getParent());
    }

    /** Takes everything down; a later {@link #up} gives this JVM a new lab at the same addresses. */
    public void down() {
        Script.run(List.of(scripts.resolve("down").toString())).orFail();
    }

    /** The site file that says nobody else owns the guests. */
    public Path site() {
        return dir.resolve("site.yaml");
    }

    /** The site file that does not say who owns the guests. */
    public Path siteOfUnknownOwner() {
        return dir.resolve("site-unknown-owner.yaml");
    }

    /** The site file that reaches the hosts by ssh. */
    public Path siteBySsh() {
        return dir.resolve("site-ssh.yaml");
    }

    /** The site file of the cluster, which leaves it to the hosts to say who owns the guests. */
    public Path siteOfCluster() {
        return dir.resolve("site-cluster.yaml");
    }

    /** The site file of the three hosts and node-4. */
    public Path siteOfAll() {
        return dir.resolve("site-all.yaml");
    }

    /** The private key, known_hosts and ssh configuration that the hosts accept. */
    public Path sshDirectory() {
        return dir.resolve("ssh");
    }

    /** The host of that name: node-1, node-2 or node-3. */
    public Host host(String name) {
        return new Host(name);
    }

    /** All hosts, in order. */
    public List<Host> hosts() {
        return List.of(host("node-1"), host("node-2"), host("node-3"));
    }

    /** node-4, with a kernel of its own. */
    public KernelHost kernelHost() {
        return new KernelHost(scripts);
    }

    /** Every guest that the lab knows, running or not. */
    public List<Guest> guests() {
        List<Guest> guests = new ArrayList<>();
        for (String line : Script.read(dir.resolve("guests.tsv")).lines().toList()) {
            String[] fields = line.split("\t", 3);
            guests.add(new Guest(fields[0], fields[1], fields[2]));
        }
        return guests;
    }

    /** The guest of that name. */
    public Guest guest(String name) {
        return guests().stream()
                .filter(guest -> guest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the lab has no guest " + name));
    }

    /** The number of the last tick on the guest's console, or empty when it has not ticked yet. */
    public OptionalLong tick(String vm) {
        Path console = dir.resolve("console").resolve(guest(vm).uuid() + ".log");
        return TICK.matcher(Files.exists(console) ? Script.read(console) : "")
                .results()
                .mapToLong(tick -> Long.parseLong(tick.group(1)))
                .reduce((earlier, last) -> last);
    }

    /** Waits until the guest has ticked beyond this number: proof that it runs, and that it is the same run of it. */
    public long awaitTickAfter(String vm, long earlier) {
        await(vm + " to tick beyond " + earlier, () -> tick(vm).orElse(-1) > earlier);
        return tick(vm).orElseThrow();
    }

    /** The host that says the guest runs there; empty when none does. Hosts whose libvirtd does not run are not asked. */
    public Optional<Host> whereRuns(String vm) {
        String uuid = guest(vm).uuid();
        return hosts().stream().filter(host -> host.runs(uuid)).findFirst();
    }

    /** Moves the guest there by virsh, live, unless it is there already: for tests that need it in a certain place. */
    public void place(String vm, Host target) {
        Host from = whereRuns(vm).orElseThrow(() -> new IllegalStateException(vm + " runs nowhere"));
        if (!from.equals(target)) {
            from.virsh(
                    "migrate",
                    "--live",
                    "--p2p",
                    "--persistent",
                    "--undefinesource",
                    guest(vm).uuid(),
                    target.uri());
        }
    }

    /** Waits for a state, not for a time: until the condition holds, or fails after a minute. */
    public static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** One host of the lab, and the ways to make it fail. */
    public final class Host {
        private final String name;

        private Host(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        /** Its libvirt, as it is reached from the desk and from the other hosts. */
        public String uri() {
            return "qemu+tcp://10.77.0." + (10 + Integer.parseInt(name.substring("node-".length()))) + "/system";
        }

        /** What virsh prints on that host; fails when virsh does. */
        public String virsh(String... arguments) {
            return act("virsh", arguments);
        }

        /** What a command prints on that host; fails when the command does. */
        public String exec(String... command) {
            return act("exec", command);
        }

        /** The UUIDs of what runs there, as its own virsh says. */
        public List<String> running() {
            return uuids();
        }

        /** The UUIDs of what is defined there, running or not. */
        public List<String> defined() {
            return uuids("--all");
        }

        private List<String> uuids(String... which) {
            List<String> arguments = new ArrayList<>(List.of("-q", "list", "--uuid"));
            arguments.addAll(List.of(which));
            return virsh(arguments.toArray(String[]::new))
                    .lines()
                    .map(String::strip)
                    .filter(uuid -> !uuid.isEmpty())
                    .toList();
        }

        /** How a command on that host ended, be it well or not. */
        Script trying(String... command) {
            return Script.run(command("exec", command));
        }

        /** SIGKILL; its guests run on. */
        public void killLibvirtd() {
            act("kill-libvirtd");
        }

        /** SIGSTOP: its sockets stay open and nothing answers. */
        public void stopLibvirtd() {
            act("stop-libvirtd");
        }

        /** Goes on after {@link #stopLibvirtd}. */
        public void continueLibvirtd() {
            act("cont-libvirtd");
        }

        /** Starts or continues it, and returns when it answers. */
        public void startLibvirtd() {
            act("start-libvirtd");
        }

        /** Pulls the cable of its management network card. */
        public void cut() {
            act("cut");
        }

        /** Plugs it in again. */
        public void mend() {
            act("mend");
        }

        /** More ways to make it fail: its cluster, its power, its network, its clock. */
        public HostFaults faults() {
            return new HostFaults(scripts, name);
        }

        /** How many migrations it began to send, as their source, since the lab came up. */
        public int migrations() {
            return Integer.parseInt(act("migrations").strip());
        }

        /** The same, and those that the other side refused before anything was sent. */
        public int askedMigrations() {
            return Integer.parseInt(act("asked-migrations").strip());
        }

        private boolean runs(String uuid) {
            Script ended = Script.run(command("exec", "timeout", "5", "virsh", "-q", "list", "--uuid"));
            return ended.code() == 0 && ended.out().contains(uuid);
        }

        private String act(String action, String... arguments) {
            return Script.run(command(action, arguments)).orFail();
        }

        private List<String> command(String action, String... arguments) {
            return Script.onHost(scripts, name, action, arguments);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Host host && host.name.equals(name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
