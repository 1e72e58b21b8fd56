package dev.parley.local.targets;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the persistence service. A user that may only read is enough to look. */
public record Store(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return url;
    }
}
