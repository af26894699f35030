package bad.modules.redoubt.topology.model;

final class BadTopologyKnowsPort {
    bad.modules.redoubt.agent.port.Hand hand;
}
