package bad.nomutablestatics.redoubt.agent.sim;

final class BadLocal {
    static final ThreadLocal<String> NAME = new ThreadLocal<>();
}
