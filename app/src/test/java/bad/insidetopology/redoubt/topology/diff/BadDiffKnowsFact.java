package bad.insidetopology.redoubt.topology.diff;

final class BadDiffKnowsFact {
    bad.insidetopology.redoubt.topology.fact.Any any;
}
