package bad.insidetopology.redoubt.topology.audit;

public final class Any {
    private Any() {}
}
