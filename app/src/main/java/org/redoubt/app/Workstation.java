package org.redoubt.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.redoubt.agent.port.Desk;
import org.redoubt.agent.port.DeskClock;
import org.redoubt.agent.site.DeskIdFile;

/** The machine and the person that Redoubt runs for: the real clock, threads and chance, and where files are kept. */
public final class Workstation {

    private static final int LONGEST_NAME = 80;

    private final Map<String, String> environment;

    /** @param environment the process's variables */
    public Workstation(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * The desk of whoever is logged in. It keeps its id over restarts.
     *
     * @throws BadInput when the id can neither be read nor kept: a journal could not tell this desk from others
     */
    public Desk desk() {
        SecureRandom random = new SecureRandom();
        Path file = state().resolve("desk-id");
        try {
            String id = DeskIdFile.read(file, random);
            return new Desk(id, operator(), new SystemClock(), Workstation::daemon, random);
        } catch (IOException unkept) {
            throw new BadInput(
                    "the id of this desk cannot be kept in " + file + ": " + unkept.getMessage()
                            + ". Make that directory writable, or name another one in XDG_STATE_HOME",
                    unkept);
        }
    }

    /**
     * Where this operator's journal of a site is: one each, so that two consoles may be open on two sites.
     *
     * @param site what the site's file calls it; whatever that is, it names one folder below the others
     */
    public Path journal(String site) {
        return state().resolve("journal").resolve(folderName(site));
    }

    /** The host keys that were accepted at this desk, besides those that its ssh knows. */
    public Path knownHosts() {
        return state().resolve("known_hosts");
    }

    private Path state() {
        return folder("XDG_STATE_HOME", ".local/state");
    }

    /** A name that differs from its site's is followed by that one's hash: two sites do not come to share a journal. */
    static String folderName(String site) {
        String plain = site.replaceAll("[^A-Za-z0-9._-]+", "_");
        plain = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceFirst("^[._-]+", "");
        return plain.equals(site) && !site.isEmpty()
                ? site
                : plain + "-"
                        + UUID.nameUUIDFromBytes(site.getBytes(StandardCharsets.UTF_8))
                                .toString()
                                .substring(0, 8);
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
        public long micros() {
            return System.nanoTime() / 1_000; // a host's answer over a LAN takes less than a millisecond
        }

        @Override
        public Instant wall() {
            return Instant.now();
        }
    }
}
