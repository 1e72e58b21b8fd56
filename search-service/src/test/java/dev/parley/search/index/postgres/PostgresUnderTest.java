package dev.parley.search.index.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.engines.Database;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.IndexUnderTest;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database with the tables of all generations. */
final class PostgresUnderTest implements IndexUnderTest, AutoCloseable {

    final HikariDataSource dataSource = new HikariDataSource();
    final JdbcClient jdbc;

    PostgresUnderTest(Database database) {
        dataSource.setJdbcUrl(database.jdbcUrl());
        dataSource.setUsername(database.username());
        dataSource.setPassword(database.password());
        dataSource.setConnectionTimeout(5_000);
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
        return new PostgresCatalog(new Transactions(dataSource), Clock.systemUTC());
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
