package bad.nobroadcatch.redoubt.controllers.run;

final class BadException {
    void go(Runnable work) {
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
