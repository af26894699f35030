package bad.threadsonlyinapp.redoubt.views.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class BadPool {
    ExecutorService it() {
        return Executors.newFixedThreadPool(2);
    }
}
