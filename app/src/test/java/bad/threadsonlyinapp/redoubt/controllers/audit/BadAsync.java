package bad.threadsonlyinapp.redoubt.controllers.audit;

import java.util.concurrent.CompletableFuture;

final class BadAsync {
    CompletableFuture<Integer> it() {
        return CompletableFuture.supplyAsync(() -> 1);
    }
}
