package bad.nomutablestatics.redoubt.agent.sim;

final class BadCounter {
    static int count;
}
