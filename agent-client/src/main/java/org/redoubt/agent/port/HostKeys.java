package org.redoubt.agent.port;

import java.io.IOException;
import java.util.List;
import org.redoubt.topology.model.ElementId;

/** The SSH host keys that hosts showed at this desk and that nothing here tells of. None is trusted by being seen. */
public interface HostKeys {

    /**
     * A key that was shown.
     *
     * @param address where it was shown, as known_hosts files name it
     * @param fingerprint as {@code ssh-keygen -l} writes it: {@code SHA256:…}
     */
    record Offered(ElementId host, String address, String fingerprint) {}

    /** Those that were shown at the last attempt. */
    List<Offered> offered();

    /**
     * Makes a key known to this desk from now on; the next attempt takes it.
     *
     * @return false when that host no longer shows it: nothing was written
     * @throws IOException when it cannot be written down
     */
    boolean accept(Offered key) throws IOException;
}
