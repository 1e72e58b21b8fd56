package dev.parley.search.index.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as columns: one array for each column of an {@code unnest}. */
final class Columns {

    private final PreparedStatement statement;
    private int position;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    /** Binds the next parameter to an array with one element for each row. */
    <T> Columns add(String sqlType, Collection<T> rows, Function<T, @Nullable Object> column) throws SQLException {
        var values = rows.stream().map(column).toArray();
        statement.setArray(++position, statement.getConnection().createArrayOf(sqlType, values));
        return this;
    }

    /** Times travel as milliseconds since the epoch. */
    <T> Columns addTimes(Collection<T> rows, Function<T, @Nullable Instant> column) throws SQLException {
        return add("int8", rows, row -> {
            var time = column.apply(row);
            return time == null ? null : time.toEpochMilli();
        });
    }
}
