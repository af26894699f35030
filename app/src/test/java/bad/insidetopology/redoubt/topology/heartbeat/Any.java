package bad.insidetopology.redoubt.topology.heartbeat;

public final class Any {
    private Any() {}
}
