package bad.modules.redoubt.views.fx;

final class BadViewKnowsPort {
    bad.modules.redoubt.agent.port.Hand hand;
}
