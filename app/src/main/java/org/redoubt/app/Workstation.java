package org.redoubt.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;

/** The machine and the person that Redoubt runs for: the real clock, threads and chance, and where files are kept. */
public final class Workstation {

    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    private static final int LONGEST = 80;

    private final Map<String, String> environment;

    /** @param environment the process's variables */
    public Workstation(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** A desk called after this machine, with whoever is logged in as its operator. */
    public Desk desk() {
        return new Desk(name(), operator(), new SystemClock(), Workstation::daemon, new SecureRandom());
    }

    /** Where this operator's journal of a site is: one each, so that two consoles may be open on two sites. */
    public Path journal(String site) {
        return folder("XDG_STATE_HOME", ".local/state").resolve("journal").resolve(fileName(site));
    }

    /** A site's name as a file's; a hash keeps names apart that look the same as files. */
    static String fileName(String site) {
        String plain = site.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^[.]", "_");
        String kept = plain.substring(0, Math.min(plain.length(), LONGEST));
        return kept.equals(site) ? site : kept + "-" + Integer.toHexString(site.hashCode());
    }

    /** The file of this operator's settings. */
    public Path settings() {
        return folder("XDG_CONFIG_HOME", ".config").resolve("settings");
    }

    private Path folder(String variable, String otherwise) {
        String named = environment.getOrDefault(variable, "");
        // the specification of these variables has relative ones ignored
        Path base = named.startsWith("/")
                ? Path.of(named)
                : Path.of(System.getProperty("user.home")).resolve(otherwise);
        return base.resolve("redoubt");
    }

    private static String operator() {
        String user = System.getProperty("user.name", "").strip();
        return user.isEmpty() ? "operator" : user;
    }

    private static String name() {
        try {
            String name = Files.readString(HOST_NAME, StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? "desk" : name;
        } catch (IOException _) {
            return "desk"; // a name only: the journal's lock tells desks apart
        }
    }

    private static Thread daemon(Runnable work) {
        return Thread.ofPlatform().daemon().unstarted(work);
    }

    /** The machine's clocks. */
    private static final class SystemClock implements DeskClock {
        @Override
        public long millis() {
            return System.nanoTime() / 1_000_000;
        }

        @Override
        public Instant wall() {
            return Instant.now();
        }
    }
}
