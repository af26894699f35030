package org.redoubt.agent.port;

import java.io.IOException;
import java.util.Optional;

/** Where this desk keeps what its operator prefers; a small text that only {@code controllers.settings} understands. */
public interface Preferences {

    /** What was stored last; empty when nothing ever was. */
    Optional<String> load() throws IOException;

    /** Replaces what was stored, wholly or not at all. */
    void store(String text) throws IOException;
}
