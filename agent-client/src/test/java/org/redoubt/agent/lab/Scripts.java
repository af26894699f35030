package org.redoubt.agent.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the lab's scripts are, and whether this JVM is where they can help it. */
final class Scripts {
    private Scripts() {}

    /** Whether this JVM is in the namespace noc: the kernel gives a namespace one inode, whichever way it is reached. */
    static boolean atTheDesk() {
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
    static Path find() throws Lab.UnavailableException {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path scripts = at.resolve("agent-client/lab");
            if (Files.isExecutable(scripts.resolve("up"))) {
                return scripts;
            }
        }
        throw new Lab.UnavailableException(
                "agent-client/lab/up is not to be found above " + Path.of("").toAbsolutePath());
    }
}
