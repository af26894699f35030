package bad.topologyispure.redoubt.topology.model;

final class BadLock {
    java.util.concurrent.locks.Lock lock;
}
