package bad.nomutablestatics.redoubt.agent.sim;

final class BadBuilder {
    static final StringBuilder TEXT = new StringBuilder();
}
