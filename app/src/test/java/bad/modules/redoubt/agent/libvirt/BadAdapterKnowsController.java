package bad.modules.redoubt.agent.libvirt;

final class BadAdapterKnowsController {
    bad.modules.redoubt.controllers.run.Controller controller;
}
