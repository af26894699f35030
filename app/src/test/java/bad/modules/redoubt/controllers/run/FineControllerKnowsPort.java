package bad.modules.redoubt.controllers.run;

final class FineControllerKnowsPort {
    bad.modules.redoubt.agent.port.Hand hand;
    bad.modules.redoubt.topology.model.Value value;
}
