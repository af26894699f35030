package bad.nomutablestatics.redoubt.agent.sim;

import java.util.concurrent.atomic.AtomicInteger;

final class BadAtomic {
    static final AtomicInteger COUNT = new AtomicInteger();
}
