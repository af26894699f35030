package bad.chanceonlyinapp.redoubt.agent.sim;

import java.util.SplittableRandom;
import java.util.function.Supplier;

final class BadReference {
    Supplier<SplittableRandom> it() {
        return SplittableRandom::new;
    }
}
