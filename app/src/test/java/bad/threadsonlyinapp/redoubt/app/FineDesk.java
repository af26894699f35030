package bad.threadsonlyinapp.redoubt.app;

final class FineDesk {
    Thread it() {
        return Thread.ofPlatform().unstarted(() -> {});
    }
}
