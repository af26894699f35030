package bad.topologyispure.redoubt.topology.model;

final class BadThread {
    Thread thread;
}
