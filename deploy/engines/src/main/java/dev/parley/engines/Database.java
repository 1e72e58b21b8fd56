package dev.parley.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is, and how to get in. */
public record Database(String jdbcUrl, String username, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, username, password);
    }

    /** Makes another database on the same server, unless it is there; none but the server's own users get into it. */
    public Database create(String name) throws SQLException {
        try (var connection = connect();
                var exists = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?");
                var create = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                var quoted = create.enquoteIdentifier(name, true);
                create.execute("CREATE DATABASE " + quoted);
                create.execute("REVOKE CONNECT ON DATABASE " + quoted + " FROM PUBLIC");
            }
        }
        return new Database(jdbcUrl.substring(0, jdbcUrl.lastIndexOf('/') + 1) + name, username, password);
    }

    /** The same with a user of its own, who owns it and has the given password from now on. */
    public Database create(String name, String owner, String ownersPassword) throws SQLException {
        var made = create(name);
        try (var connection = connect();
                var exists = connection.prepareStatement("SELECT 1 FROM pg_roles WHERE rolname = ?");
                var statement = connection.createStatement()) {
            exists.setString(1, owner);
            var user = statement.enquoteIdentifier(owner, true);
            var verb = exists.executeQuery().next() ? "ALTER ROLE " : "CREATE ROLE ";
            statement.execute(verb + user + " LOGIN PASSWORD " + statement.enquoteLiteral(ownersPassword));
            statement.execute("ALTER DATABASE " + statement.enquoteIdentifier(name, true) + " OWNER TO " + user);
        }
        return new Database(made.jdbcUrl(), owner, ownersPassword);
    }

    @Override
    public String toString() {
        return "Database[" + jdbcUrl + "]";
    }
}
