package bad.chanceonlyinapp.redoubt.agent.sim;

import java.util.Random;

final class BadRandom {
    Random it() {
        return new Random();
    }
}
