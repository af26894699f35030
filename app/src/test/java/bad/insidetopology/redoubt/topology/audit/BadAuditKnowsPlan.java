package bad.insidetopology.redoubt.topology.audit;

final class BadAuditKnowsPlan {
    bad.insidetopology.redoubt.topology.plan.Any any;
}
