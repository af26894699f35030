package bad.modules.redoubt.controllers.run;

final class BadControllerKnowsAdapter {
    bad.modules.redoubt.agent.libvirt.Adapter adapter;
}
