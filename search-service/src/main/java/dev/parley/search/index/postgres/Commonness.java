package dev.parley.search.index.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * How large a share of all messages a query finds, as PostgreSQL's planner believes: it keeps count of the words that
 * are common. It may be wrong, which costs time and changes no result.
 */
final class Commonness {

    /** Words that are in a message together are seldom in a row; the planner takes one for the other. */
    private static final double IN_A_ROW = 1 / 4.0;

    private static final String EXPLAIN = """
        EXPLAIN (FORMAT JSON) SELECT FROM {schema}.messages WHERE terms @@ ?::tsquery;
        SELECT reltuples FROM pg_class WHERE oid = '{schema}.messages'::regclass
        """;

    private static final Pattern ROWS = Pattern.compile("\"Plan Rows\": (\\d+)");

    private final String sql;

    Commonness(GenerationTables tables) {
        sql = tables.in(EXPLAIN);
    }

    /** From 0 to 1; 0 where nothing was ever counted. */
    double share(Connection connection, TermQuery terms) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, terms.matching());
            statement.execute();
            double found;
            try (var plan = statement.getResultSet()) {
                plan.next();
                found = estimate(plan.getString(1));
            }
            statement.getMoreResults();
            try (var all = statement.getResultSet()) {
                all.next();
                var messages = all.getDouble(1);
                return messages > 0 ? Math.min(1, found / messages) * Math.pow(IN_A_ROW, terms.phrases()) : 0;
            }
        }
    }

    private static double estimate(String plan) {
        var rows = ROWS.matcher(plan);
        if (!rows.find()) {
            throw new IllegalStateException("EXPLAIN: no number of rows (expected: \"Plan Rows\")");
        }
        return Double.parseDouble(rows.group(1));
    }
}
