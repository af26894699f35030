package bad.clocksonlyinapp.redoubt.agent.sim;

import java.time.Clock;

final class BadClock {
    Clock it() {
        return Clock.systemUTC();
    }
}
