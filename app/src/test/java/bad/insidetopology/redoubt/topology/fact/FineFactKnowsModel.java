package bad.insidetopology.redoubt.topology.fact;

final class FineFactKnowsModel {
    bad.insidetopology.redoubt.topology.model.Any any;
}
