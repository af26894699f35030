package bad.insidetopology.redoubt.topology.plan;

final class BadPlanKnowsPicture {
    bad.insidetopology.redoubt.topology.picture.Any any;
}
