package bad.insidetopology.redoubt.topology.plan;

final class BadPlanKnowsFact {
    bad.insidetopology.redoubt.topology.fact.Any any;
}
