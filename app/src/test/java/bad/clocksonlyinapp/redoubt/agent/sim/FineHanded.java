package bad.clocksonlyinapp.redoubt.agent.sim;

import java.time.Clock;
import java.time.Instant;

final class FineHanded {
    Instant it(Clock clock) {
        return Instant.now(clock);
    }
}
