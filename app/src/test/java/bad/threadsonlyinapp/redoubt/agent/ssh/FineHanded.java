package bad.threadsonlyinapp.redoubt.agent.ssh;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

final class FineHanded {
    ExecutorService pool(ThreadFactory threads) {
        return Executors.newFixedThreadPool(2, threads);
    }

    CompletableFuture<Integer> then(ExecutorService pool) {
        return CompletableFuture.supplyAsync(() -> 1, pool).thenApply(number -> number + 1);
    }

    void stop() {
        Thread.currentThread().interrupt();
    }
}
