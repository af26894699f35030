package bad.clocksonlyinapp.redoubt.app;

final class FineDesk {
    long it() {
        return System.nanoTime();
    }
}
