package bad.nomutablestatics.redoubt.agent.sim;

import java.util.HashMap;

final class BadMap {
    static final HashMap<String, String> CACHE = new HashMap<>();
}
