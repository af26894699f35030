package bad.topologyispure.redoubt.topology.model;

final class BadLog {
    org.slf4j.Logger log;
}
