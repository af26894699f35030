package bad.nobroadcatch.redoubt.controllers.run;

final class BadSwallow {
    void go(Runnable work) {
        try {
            work.run();
        } catch (Throwable ignored) {
        }
    }
}
