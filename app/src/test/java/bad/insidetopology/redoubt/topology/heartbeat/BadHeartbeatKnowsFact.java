package bad.insidetopology.redoubt.topology.heartbeat;

final class BadHeartbeatKnowsFact {
    bad.insidetopology.redoubt.topology.fact.Any any;
}
