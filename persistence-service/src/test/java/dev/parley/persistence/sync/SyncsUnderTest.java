package dev.parley.persistence.sync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.engines.Database;
import dev.parley.engines.testing.Engines;
import dev.parley.persistence.history.ConversationReads;
import dev.parley.start.LogSettings;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Sync over a real database and log, without the writers: rows are left by a {@link Ledger}. */
final class SyncsUnderTest implements AutoCloseable {

    static final int MESSAGES = 20;

    private static final JsonMapper JSON = new JsonMapper();

    final JdbcClient jdbc;
    private final HikariDataSource dataSource;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Syncs syncs;

    SyncsUnderTest(Database database, int messages, DataSize pageSize) {
        Flyway.configure().dataSource(database.jdbcUrl(), database.username(), database.password()).load().migrate();
        dataSource = dataSource(database);
        jdbc = JdbcClient.create(dataSource);
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(JsonMapper.class, () -> JSON);
        context.registerBean(KafkaAdmin.class, SyncsUnderTest::kafka);
        context.registerBean(LogSettings.class, () -> new LogSettings(Ledger.PARTITIONS));
        context.registerBean(SyncSettings.class, () -> new SyncSettings(
                100, messages, pageSize, Duration.ofSeconds(3), 4, Duration.ofSeconds(2), Duration.ofSeconds(3)));
        context.registerBean(ConversationReads.class);
        context.registerBean(SyncReads.class);
        context.registerBean(PageReader.class);
        context.registerBean(LogIdentity.class);
        context.registerBean(Turns.class);
        context.registerBean(Syncs.class);
        context.refresh();
        syncs = context.getBean(Syncs.class);
    }

    SyncsUnderTest(Database database) {
        this(database, MESSAGES, DataSize.ofKilobytes(256));
    }

    Device device(UserId userId) {
        return new Device((token, limit) -> JSON.readTree(JSON.writeValueAsString(page(userId, token, limit))));
    }

    SyncAnswer page(UserId userId, @Nullable String token, int limit) {
        return syncs.sync(userId, token == null ? null : TokenText.parse(token), limit);
    }

    @Override
    public void close() {
        context.close();
        dataSource.close();
    }

    private static KafkaAdmin kafka() {
        try {
            Engines.kafka().createTopic(Topics.COMMANDS, Ledger.PARTITIONS);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new KafkaAdmin(Map.of("bootstrap.servers", Engines.kafka().bootstrapServers()));
    }

    private static HikariDataSource dataSource(Database database) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setMaximumPoolSize(4);
        // As in the service.
        config.setConnectionInitSql("SET plan_cache_mode = force_generic_plan");
        return new HikariDataSource(config);
    }
}
