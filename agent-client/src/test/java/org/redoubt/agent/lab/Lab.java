package org.redoubt.agent.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
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
    private static final Duration SCRIPT_LIMIT = Duration.ofMinutes(5);
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
     * Brings the lab up. When it is up already this makes good what is missing: cut cables, dead or stopped libvirtds, guests that
     * run nowhere. Guests that run somewhere stay there.
     */
    public static Lab up(Guests guests) throws UnavailableException {
        Path scripts = findScripts();
        if (!isAtTheDesk()) {
            throw new UnavailableException(
                    "this JVM is not in the lab's namespace; start it by agent-client/lab/jvm, as root");
        }
        Ended ended = run(List.of(
                scripts.resolve("up").toString(), "--guests", guests.name().toLowerCase(Locale.ROOT)));
        if (ended.code() == CANNOT) {
            throw new UnavailableException(ended.err().strip());
        }
        if (ended.code() != 0) {
            run(List.of(scripts.resolve("down").toString())); // a lab that is half there is nobody's to take down
        }
        String[] command = ended.orFail().strip().split(" ");
        return new Lab(scripts, Path.of(command[command.length - 1]).getParent());
    }

    /** Takes everything down; a later {@link #up} gives this JVM a new lab at the same addresses. */
    public void down() {
        run(List.of(scripts.resolve("down").toString())).orFail();
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

    /** Every guest that the lab knows, running or not. */
    public List<Guest> guests() {
        List<Guest> guests = new ArrayList<>();
        for (String line : read(dir.resolve("guests.tsv")).lines().toList()) {
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
        return TICK.matcher(Files.exists(console) ? read(console) : "")
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

        /** How many migrations it began to send, as their source, since the lab came up. */
        public int migrations() {
            return Integer.parseInt(act("migrations").strip());
        }

        /** The same, and those that the other side refused before anything was sent. */
        public int askedMigrations() {
            return Integer.parseInt(act("asked-migrations").strip());
        }

        private boolean runs(String uuid) {
            Ended ended = run(command("exec", "timeout", "5", "virsh", "-q", "list", "--uuid"));
            return ended.code() == 0 && ended.out().contains(uuid);
        }

        private String act(String action, String... arguments) {
            return run(command(action, arguments)).orFail();
        }

        private List<String> command(String action, String... arguments) {
            List<String> command =
                    new ArrayList<>(List.of(scripts.resolve("host").toString(), name, action));
            command.addAll(List.of(arguments));
            return command;
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

    /** How a script ended. */
    private record Ended(List<String> command, int code, String out, String err) {
        String orFail() {
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + code + ": " + err + out);
            }
            return out;
        }
    }

    /** Output goes through files: daemons that a script leaves behind may hold on to it, and a pipe would wait for them. */
    private static Ended run(List<String> command) {
        try {
            Path out = Files.createTempFile("lab", ".out");
            Path err = Files.createTempFile("lab", ".err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(SCRIPT_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException(String.join(" ", command) + " did not end: " + read(err));
                }
                return new Ended(command, process.exitValue(), read(out), read(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + String.join(" ", command), e);
        }
    }

    /** Bytes that are no text (a console may hold anything) become replacement characters. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this JVM is in the namespace noc: the kernel gives a namespace one inode, whichever way it is reached. */
    private static boolean isAtTheDesk() {
        Path noc = Path.of("/run/netns/noc");
        try {
            return Files.exists(noc)
                    && Files.getAttribute(noc, "unix:ino")
                            .equals(Files.getAttribute(Path.of("/proc/self/ns/net"), "unix:ino"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tests run in the folder of their module, so the scripts are below one of the folders above. */
    private static Path findScripts() throws UnavailableException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path scripts = at.resolve("agent-client/lab");
            if (Files.isExecutable(scripts.resolve("up"))) {
                return scripts;
            }
        }
        throw new UnavailableException(
                "agent-client/lab/up is not to be found above " + Path.of("").toAbsolutePath());
    }
}
