package bad.chanceonlyinapp.redoubt.topology.plan;

import java.util.random.RandomGenerator;

final class BadDefault {
    RandomGenerator it() {
        return RandomGenerator.getDefault();
    }
}
