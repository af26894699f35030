package bad.threadsonlyinapp.redoubt.controllers.audit;

import java.util.concurrent.ForkJoinPool;

final class BadCommon {
    ForkJoinPool it() {
        return ForkJoinPool.commonPool();
    }
}
