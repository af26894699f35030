package bad.insidetopology.redoubt.topology.plan;

final class BadPlanKnowsHeartbeat {
    bad.insidetopology.redoubt.topology.heartbeat.Any any;
}
