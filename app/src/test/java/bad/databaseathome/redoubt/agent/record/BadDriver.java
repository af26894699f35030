package bad.databaseathome.redoubt.agent.record;

final class BadDriver {
    org.h2.Driver driver;
}
