package bad.nobroadcatch.redoubt.controllers.run;

final class FineNamed {
    void go(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new UnsupportedOperationException(e);
        } finally {
            work.run();
        }
    }
}
