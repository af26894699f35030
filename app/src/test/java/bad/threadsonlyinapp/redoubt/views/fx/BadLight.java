package bad.threadsonlyinapp.redoubt.views.fx;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class BadLight {
    ExecutorService it() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }
}
