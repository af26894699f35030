package bad.chanceonlyinapp.redoubt.views.fx;

import java.util.concurrent.ThreadLocalRandom;

final class BadLocal {
    int it() {
        return ThreadLocalRandom.current().nextInt();
    }
}
