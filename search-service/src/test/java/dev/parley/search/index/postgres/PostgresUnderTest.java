package dev.parley.search.index.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.engines.Database;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Generation;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.IndexUnderTest;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.Results;
import dev.parley.search.index.Search;
import dev.parley.search.text.TextRules;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the tables of all generations. */
final class PostgresUnderTest implements IndexUnderTest, AutoCloseable {

    static final PostgresSettings SETTINGS = new PostgresSettings(2_000);

    final HikariDataSource dataSource = new HikariDataSource();
    final JdbcClient jdbc;
    private final boolean counting;

    PostgresUnderTest(Database database) {
        this(database, false);
    }

    /** @param counting whether its words are counted after each batch, so that the common ones are known */
    PostgresUnderTest(Database database, boolean counting) {
        this.counting = counting;
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        dataSource.setConnectionTimeout(5_000);
        // As in application.yaml.
        dataSource.setConnectionInitSql("SET random_page_cost = 1.1");
        Flyway.configure().dataSource(dataSource).load().migrate();
        jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public IndexCatalog emptied() {
        var schemas = jdbc.sql("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'index\\_%'")
                .query(String.class)
                .list();
        schemas.forEach(schema -> jdbc.sql("DROP SCHEMA " + schema + " CASCADE").update());
        jdbc.sql("DELETE FROM generations").update();
        return another();
    }

    @Override
    public IndexCatalog another() {
        var catalog = new PostgresCatalog(new Transactions(dataSource), SETTINGS, Clock.systemUTC());
        return counting ? new Counting(catalog) : catalog;
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /** A catalog whose indexes are analyzed at once, rather than by autovacuum within a minute. */
    private final class Counting implements IndexCatalog {

        private final IndexCatalog catalog;

        Counting(IndexCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public List<Generation> generations() {
            return catalog.generations();
        }

        @Override
        public boolean createFirst(TextRules rules) {
            return catalog.createFirst(rules);
        }

        @Override
        public Generation create(TextRules rules) {
            return catalog.create(rules);
        }

        @Override
        public boolean promote(Generation building) {
            return catalog.promote(building);
        }

        @Override
        public void drop(Generation generation) {
            catalog.drop(generation);
        }

        @Override
        public MessageIndex open(Generation generation) {
            var index = catalog.open(generation);
            var table = GenerationTables.of(generation).in("{schema}.messages");
            return new MessageIndex() {
                @Override
                public void apply(Batch batch) {
                    index.apply(batch);
                    jdbc.sql("ANALYZE " + table).update();
                }

                @Override
                public Map<Integer, Long> positions() {
                    return index.positions();
                }

                @Override
                public Results search(Search search) {
                    return index.search(search);
                }

                @Override
                public Size size() {
                    return index.size();
                }
            };
        }
    }
}
