package bad.insidetopology.redoubt.topology.plan;

public final class Any {
    private Any() {}
}
