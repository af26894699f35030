package bad.insidetopology.redoubt.topology.picture;

final class FinePictureKnowsModel {
    bad.insidetopology.redoubt.topology.model.Any any;
}
