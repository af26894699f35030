package bad.insidetopology.redoubt.topology.fact;

final class BadFactKnowsDiff {
    bad.insidetopology.redoubt.topology.diff.Any any;
}
