package bad.threadsonlyinapp.redoubt.controllers.audit;

import java.util.concurrent.CompletableFuture;

final class BadThen {
    CompletableFuture<Integer> it(CompletableFuture<Integer> first) {
        return first.thenApplyAsync(number -> number + 1);
    }
}
