package bad.modules.redoubt.agent.port;

final class BadPortKnowsAdapter {
    bad.modules.redoubt.agent.libvirt.Adapter adapter;
}
