package dev.parley.search.index.postgres;

import dev.parley.search.index.Batch;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Search;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** One generation in tables of its own. */
final class PostgresIndex implements MessageIndex {

    private static final String POSITIONS = "SELECT log_partition, next_offset FROM {schema}.positions";

    private static final String SIZE = """
        SELECT (SELECT count(*) FROM {schema}.messages WHERE terms IS NOT NULL),
               (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
                WHERE relnamespace = '{schema}'::regnamespace AND relkind = 'r')
        """;

    private final Transactions transactions;
    private final GenerationTables tables;
    private final BatchWrite write;

    private final PageRead read;

    PostgresIndex(Transactions transactions, GenerationTables tables, PostgresSettings settings) {
        this.transactions = transactions;
        this.tables = tables;
        write = new BatchWrite(tables);
        read = new PageRead(tables, settings);
    }

    @Override
    public void apply(Batch batch) {
        transactions.run(connection -> {
            write.write(connection, batch);
            return batch;
        });
    }

    @Override
    public Map<Integer, Long> positions() {
        return transactions.run(this::readPositions);
    }

    @Override
    public Results search(Search search) {
        return transactions.runWithin(search.bounds().timeout(), connection -> read.read(connection, search));
    }

    @Override
    public Size size() {
        return transactions.run(this::readSize);
    }

    private Map<Integer, Long> readPositions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(tables.in(POSITIONS))) {
            var positions = new HashMap<Integer, Long>();
            while (rows.next()) {
                positions.put(rows.getInt("log_partition"), rows.getLong("next_offset"));
            }
            return positions;
        }
    }

    private Size readSize(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(tables.in(SIZE))) {
            rows.next();
            return new Size(rows.getLong(1), rows.getLong(2));
        }
    }
}
