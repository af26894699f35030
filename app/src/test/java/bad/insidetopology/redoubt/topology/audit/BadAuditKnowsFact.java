package bad.insidetopology.redoubt.topology.audit;

final class BadAuditKnowsFact {
    bad.insidetopology.redoubt.topology.fact.Any any;
}
