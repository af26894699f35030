package bad.chanceonlyinapp.redoubt.agent.sim;

import java.util.Random;

final class FineSeed {
    Random it() {
        return new Random(7);
    }
}
