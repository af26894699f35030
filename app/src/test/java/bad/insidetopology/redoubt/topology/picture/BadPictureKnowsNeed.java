package bad.insidetopology.redoubt.topology.picture;

final class BadPictureKnowsNeed {
    bad.insidetopology.redoubt.topology.need.Any any;
}
