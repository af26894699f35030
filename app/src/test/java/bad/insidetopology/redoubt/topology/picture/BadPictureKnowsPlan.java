package bad.insidetopology.redoubt.topology.picture;

final class BadPictureKnowsPlan {
    bad.insidetopology.redoubt.topology.plan.Any any;
}
