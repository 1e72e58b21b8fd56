package dev.parley.local.observability;

import java.sql.Connection;
import java.sql.SQLException;

import dev.parley.engines.Database;

/** Keeps everybody from tables until it is closed, as an operator's careless statement may. */
record TableLock(Connection connection) implements AutoCloseable {

    static TableLock onMessages(Database database) throws SQLException {
        return on(database, "public.messages, public.conversations, public.participants");
    }

    /** On the messages of the generation that serves. */
    static TableLock onIndex(Database persistence) throws SQLException {
        var url = persistence.jdbcUrl().replaceAll("/[^/]*$", "/parley_search");
        var search = new Database(url, persistence.username(), persistence.password());
        try (var connection = search.connect();
                var statement = connection.createStatement();
                var number = statement.executeQuery("SELECT number FROM generations WHERE state = 'SERVING'")) {
            number.next();
            return on(search, "index_" + number.getInt(1) + ".messages");
        }
    }

    private static TableLock on(Database database, String tables) throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE");
        }
        return new TableLock(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
