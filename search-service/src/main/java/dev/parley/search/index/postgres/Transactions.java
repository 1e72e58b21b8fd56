package dev.parley.search.index.postgres;

import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.RefusedByIndex;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Work on the database as a whole or not at all, and what its faults mean. */
final class Transactions {

    private static final String DATA_EXCEPTION = "22";
    private static final String INTEGRITY = "23";
    private static final String PROGRAM_LIMIT = "54";

    /** Each search is planned for its own words: a plan that is to suit all takes a common word for a rare one. */
    private static final String READING = "SET TRANSACTION READ ONLY; SET LOCAL plan_cache_mode = force_custom_plan;"
            + " SET LOCAL statement_timeout = ";

    /** How much longer to wait for the news that a statement took too long, before the connection is given up. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * @throws IndexUnavailable if it may work later
     * @throws RefusedByIndex if it never will
     */
    <T> T run(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return whole(connection, work);
        } catch (SQLException e) {
            throw meaningOf(e);
        }
    }

    /** Reads within a time, the wait for a connection included. */
    <T> T runWithin(Duration timeout, Work<T> work) {
        var deadline = System.nanoTime() + timeout.toNanos();
        try (var connection = dataSource.getConnection()) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.toMillis() < 1) {
                throw new SQLException("waited for a connection: " + timeout.toMillis() + " ms or more", "57014");
            }
            // The server ends a slow statement; a server that has gone silent is noticed here.
            connection.setNetworkTimeout(Runnable::run, (int) left.plus(GRACE).toMillis());
            return whole(connection, bounded -> {
                try (var statement = bounded.createStatement()) {
                    statement.execute(READING + left.toMillis());
                }
                return work.on(bounded);
            });
        } catch (SQLException e) {
            throw meaningOf(e);
        }
    }

    private static <T> T whole(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        var done = false;
        try {
            var result = work.on(connection);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done && !connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    /** Neither message carries the server's, which may cite what was written. */
    private static RuntimeException meaningOf(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith(DATA_EXCEPTION) || state.startsWith(INTEGRITY) || state.startsWith(PROGRAM_LIMIT)) {
            return new RefusedByIndex("PostgreSQL: SQL state " + state, e);
        }
        return new IndexUnavailable("PostgreSQL: SQL state " + state, e);
    }

    /** What is done on a connection. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }
}
