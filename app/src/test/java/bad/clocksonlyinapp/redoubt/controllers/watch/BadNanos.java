package bad.clocksonlyinapp.redoubt.controllers.watch;

final class BadNanos {
    long it() {
        return System.nanoTime();
    }
}
