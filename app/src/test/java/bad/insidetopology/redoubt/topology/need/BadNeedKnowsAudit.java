package bad.insidetopology.redoubt.topology.need;

final class BadNeedKnowsAudit {
    bad.insidetopology.redoubt.topology.audit.Any any;
}
