package org.redoubt.agent.port;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.redoubt.topology.plan.Step;

/**
 * A step that is written down and flushed, and may therefore be performed. Only the journal makes one (a law test holds
 * that): whoever holds an intent knows that the record of it survives a crash.
 *
 * @param entry the number of its journal entry
 */
public record Intent(
        UUID id, long entry, Instant at, String desk, String operator, String title, Step step, Set<String> accepted) {

    public Intent {
        accepted = Set.copyOf(accepted);
    }
}
