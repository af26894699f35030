package bad.nomutablestatics.redoubt.agent.sim;

import java.util.List;
import java.util.Map;

final class FineConstants {
    static final int MOST = 7;
    static final List<String> NAMES = List.of("a");
    static final Map<String, Integer> SIZES = Map.of("a", 1);
    private static final byte[] MAGIC = {1, 2};

    enum Side {
        A,
        B
    }

    int size(Side side) {
        assert MAGIC.length == 2;
        return switch (side) {
            case A -> MOST;
            case B -> NAMES.size() + SIZES.size();
        };
    }
}
