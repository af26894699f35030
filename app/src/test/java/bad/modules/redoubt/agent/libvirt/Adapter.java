package bad.modules.redoubt.agent.libvirt;

public final class Adapter {
    private Adapter() {}
}
