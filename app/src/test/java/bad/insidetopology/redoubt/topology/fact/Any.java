package bad.insidetopology.redoubt.topology.fact;

public final class Any {
    private Any() {}
}
