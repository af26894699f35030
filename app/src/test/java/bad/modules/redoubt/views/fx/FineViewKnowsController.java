package bad.modules.redoubt.views.fx;

final class FineViewKnowsController {
    bad.modules.redoubt.controllers.run.Controller controller;
    bad.modules.redoubt.topology.model.Value value;
}
