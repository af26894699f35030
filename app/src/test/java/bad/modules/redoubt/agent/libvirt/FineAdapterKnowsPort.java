package bad.modules.redoubt.agent.libvirt;

final class FineAdapterKnowsPort {
    bad.modules.redoubt.agent.port.Hand hand;
    bad.modules.redoubt.topology.model.Value value;
}
