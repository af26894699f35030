package bad.insidetopology.redoubt.topology.need;

public final class Any {
    private Any() {}
}
