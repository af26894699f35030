package bad.clocksonlyinapp.redoubt.agent.journal;

import java.time.Instant;

final class BadInstant {
    Instant it() {
        return Instant.now();
    }
}
