package bad.modules.redoubt.app;

final class FineAppKnowsAll {
    bad.modules.redoubt.agent.libvirt.Adapter adapter;
    bad.modules.redoubt.views.fx.View view;
}
