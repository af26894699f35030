package bad.insidetopology.redoubt.topology.audit;

final class FineAuditKnowsNeed {
    bad.insidetopology.redoubt.topology.need.Any any;
}
