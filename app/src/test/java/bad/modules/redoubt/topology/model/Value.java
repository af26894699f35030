package bad.modules.redoubt.topology.model;

public final class Value {
    private Value() {}
}
