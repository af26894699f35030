package bad.insidetopology.redoubt.topology.model;

public final class Any {
    private Any() {}
}
