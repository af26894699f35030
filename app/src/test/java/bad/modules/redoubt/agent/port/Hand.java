package bad.modules.redoubt.agent.port;

public final class Hand {
    private Hand() {}
}
