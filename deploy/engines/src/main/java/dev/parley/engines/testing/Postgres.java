package dev.parley.engines.testing;

import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;

import dev.parley.engines.Database;

/** A PostgreSQL server that test classes share: each makes databases of its own. */
public interface Postgres {

    /** The superuser's own database, from which others are made. */
    Database administration();

    /** A new, empty database. */
    default Database createDatabase() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
        try {
            return administration().create(name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + ": not created", e);
        }
    }
}
