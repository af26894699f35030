package bad.insidetopology.redoubt.topology.diff;

public final class Any {
    private Any() {}
}
