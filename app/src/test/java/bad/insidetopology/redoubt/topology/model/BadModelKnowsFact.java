package bad.insidetopology.redoubt.topology.model;

final class BadModelKnowsFact {
    bad.insidetopology.redoubt.topology.fact.Any any;
}
