package bad.modules.redoubt.app;

public final class Wiring {
    private Wiring() {}
}
