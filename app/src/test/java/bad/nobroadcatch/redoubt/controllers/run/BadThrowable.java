package bad.nobroadcatch.redoubt.controllers.run;

final class BadThrowable {
    void go(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
