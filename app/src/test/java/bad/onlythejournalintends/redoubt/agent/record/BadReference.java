package bad.onlythejournalintends.redoubt.agent.record;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.redoubt.agent.port.Intent;
import org.redoubt.topology.plan.Step;

final class BadReference {
    interface Maker {
        Intent make(
                UUID id,
                long entry,
                Instant at,
                String desk,
                String operator,
                String title,
                Step step,
                Set<String> accepted);
    }

    Maker maker() {
        return Intent::new;
    }
}
