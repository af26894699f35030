package bad.chanceonlyinapp.redoubt.app;

import java.util.Random;

final class FineDesk {
    Random it() {
        return new Random();
    }
}
