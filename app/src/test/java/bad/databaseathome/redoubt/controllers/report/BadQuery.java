package bad.databaseathome.redoubt.controllers.report;

final class BadQuery {
    void ask(java.sql.Connection connection) throws java.sql.SQLException {
        connection.createStatement().close();
    }
}
