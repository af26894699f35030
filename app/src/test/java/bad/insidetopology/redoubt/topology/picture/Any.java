package bad.insidetopology.redoubt.topology.picture;

public final class Any {
    private Any() {}
}
