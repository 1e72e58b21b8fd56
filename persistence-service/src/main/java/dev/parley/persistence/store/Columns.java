package dev.parley.persistence.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as columns: one array for each column of an {@code unnest}. */
final class Columns {

    private final Connection connection;
    private final PreparedStatement statement;
    private int position;

    Columns(Connection connection, PreparedStatement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    /** Binds the next parameter to an array with one element for each row. */
    <T> Columns add(String sqlType, Collection<T> rows, Function<T, @Nullable Object> column) throws SQLException {
        var array = array(sqlType, rows, column);
        statement.setArray(++position, array);
        return this;
    }

    /** Times travel as milliseconds since the epoch: half the size of a text, and nothing to parse. */
    <T> Columns addTimes(Collection<T> rows, Function<T, @Nullable Instant> column) throws SQLException {
        return add("int8", rows, row -> {
            var time = column.apply(row);
            return time == null ? null : time.toEpochMilli();
        });
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private <T> Array array(String sqlType, Collection<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        var values = rows.stream().map(column);
        // The driver takes an array of byte arrays only where its type says so.
        return connection.createArrayOf(
                sqlType, sqlType.equals("bytea") ? values.toArray(byte[][]::new) : values.toArray());
    }
}
