package bad.databaseathome.redoubt.agent.journal;

final class FineIndex {
    java.sql.Connection connection;
    org.h2.Driver driver;
}
