package bad.clocksonlyinapp.redoubt.agent.journal;

import java.time.Instant;
import java.util.function.Supplier;

final class BadReference {
    Supplier<Instant> it() {
        return Instant::now;
    }
}
