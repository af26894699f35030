package bad.insidetopology.redoubt.topology.plan;

final class FinePlanKnowsAudit {
    bad.insidetopology.redoubt.topology.audit.Any any;
}
