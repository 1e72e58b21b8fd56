package dev.parley.search.index.postgres;

import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.text.TextRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The generations as rows of a table. Whoever changes it holds a lock on it, and DDL is part of the transaction. */
final class PostgresCatalog implements IndexCatalog {

    private static final String COLUMNS = "number, state, text_rules, created_at, since";

    private final Transactions transactions;
    private final PostgresSettings settings;
    private final Clock clock;

    PostgresCatalog(Transactions transactions, PostgresSettings settings, Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Generation> generations() {
        return transactions.run(PostgresCatalog::read);
    }

    @Override
    public boolean createFirst(TextRules rules) {
        return transactions.run(connection -> {
            lock(connection);
            if (!read(connection).isEmpty()) {
                return false;
            }
            create(connection, State.SERVING, rules);
            return true;
        });
    }

    @Override
    public Generation create(TextRules rules) {
        return transactions.run(connection -> {
            lock(connection);
            var present = read(connection);
            for (var generation : present) {
                if (generation.state() == State.BUILDING) {
                    return generation;
                }
            }
            var isServed = present.stream().anyMatch(generation -> generation.state() == State.SERVING);
            return create(connection, isServed ? State.BUILDING : State.SERVING, rules);
        });
    }

    private Generation create(Connection connection, State state, TextRules rules) throws SQLException {
        var insert = "INSERT INTO generations (state, text_rules, created_at, since)"
                + " SELECT ?, ?, now, now FROM (SELECT to_timestamp(? / 1000.0) AS now) AS at RETURNING " + COLUMNS;
        try (var statement = connection.prepareStatement(insert)) {
            statement.setString(1, state.name());
            statement.setString(2, rules.toString());
            statement.setLong(3, clock.millis());
            try (var rows = statement.executeQuery()) {
                rows.next();
                var generation = generation(rows);
                execute(connection, GenerationTables.of(generation).create());
                return generation;
            }
        }
    }

    @Override
    public boolean promote(Generation building) {
        return transactions.run(connection -> {
            lock(connection);
            if (find(connection, building) != State.BUILDING) {
                return false;
            }
            move(connection, "state = 'SERVING'", State.RETIRED);
            move(connection, "number = " + building.number(), State.SERVING);
            return true;
        });
    }

    @Override
    public void drop(Generation generation) {
        transactions.run(connection -> {
            lock(connection);
            var state = find(connection, generation);
            if (state == State.BUILDING || state == State.RETIRED) {
                execute(connection, "DELETE FROM generations WHERE number = " + generation.number());
                execute(connection, GenerationTables.of(generation).drop());
            }
            return generation;
        });
    }

    @Override
    public MessageIndex open(Generation generation) {
        return new PostgresIndex(transactions, GenerationTables.of(generation), settings);
    }

    /** Against others who change; who reads is not held up. */
    private static void lock(Connection connection) throws SQLException {
        execute(connection, "LOCK TABLE generations IN SHARE ROW EXCLUSIVE MODE");
    }

    /** Its state now; as good as dropped if it is not there. */
    private static State find(Connection connection, Generation generation) throws SQLException {
        for (var present : read(connection)) {
            if (present.number() == generation.number()) {
                return present.state();
            }
        }
        return State.SERVING;
    }

    private void move(Connection connection, String which, State state) throws SQLException {
        var update = "UPDATE generations SET state = ?, since = to_timestamp(? / 1000.0) WHERE " + which;
        try (var statement = connection.prepareStatement(update)) {
            statement.setString(1, state.name());
            statement.setLong(2, clock.millis());
            statement.executeUpdate();
        }
    }

    private static List<Generation> read(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT " + COLUMNS + " FROM generations ORDER BY number")) {
            var generations = new ArrayList<Generation>();
            while (rows.next()) {
                generations.add(generation(rows));
            }
            return generations;
        }
    }

    private static Generation generation(ResultSet row) throws SQLException {
        return new Generation(
                row.getInt("number"),
                State.valueOf(row.getString("state")),
                TextRules.parse(row.getString("text_rules")),
                time(row, "created_at"),
                time(row, "since"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
