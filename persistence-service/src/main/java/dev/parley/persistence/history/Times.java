package dev.parley.persistence.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** RFC 3339 in UTC with milliseconds, always all three digits. */
public final class Times {

    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Times() {}

    static String text(Instant time) {
        return RFC_3339.format(time);
    }

    public static String required(ResultSet row, String column) throws SQLException {
        return text(row.getTimestamp(column).toInstant());
    }

    static @Nullable String optional(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : text(time.toInstant());
    }
}
