package bad.nobroadcatch.redoubt.controllers.run;

final class FineLock {
    private int count;

    int go() {
        synchronized (this) {
            return ++count;
        }
    }
}
