package bad.clocksonlyinapp.redoubt.topology.heartbeat;

final class BadMillis {
    long it() {
        return System.currentTimeMillis();
    }
}
