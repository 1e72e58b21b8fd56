package dev.parley.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.UserId;
import dev.parley.engines.Database;
import dev.parley.engines.PostgresServer;
import dev.parley.engines.RunningEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A service whose PostgreSQL can be taken away, or held up. */
@DirtiesContext
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"management.server.port=0",
        "parley.search.indexing.look-interval=100ms", "parley.search.max-lag=1s", "parley.search.timeout=1s",
        "parley.jwt.secret=" + SearchUnderTest.SECRET})
class SearchFaultsIT {

    private static final String QUERY = "{\"query\":\"lake\"}";

    @TempDir
    private static Path folder;

    private static @Nullable RunningEngine<PostgresServer> running;

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private SearchClient client;

    @LocalServerPort
    private int port;

    @Autowired
    private MeterRegistry meters;

    @SuppressWarnings("NullAway.Init")
    SearchFaultsIT() {}

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) throws Exception {
        running = RunningEngine
                .start(PostgresServer.in(Objects.requireNonNull(folder), "parley", "a password of the tests"));
        var database = database();
        database.connect().close();
        SearchUnderTest.connect(registry);
        registry.add("spring.datasource.url", database::jdbcUrl);
        registry.add("spring.datasource.username", database::username);
        registry.add("spring.datasource.password", database::password);
    }

    private static RunningEngine<PostgresServer> postgres() {
        return Objects.requireNonNull(running);
    }

    private static Database database() throws SQLException {
        return postgres().engine().database("postgres").create("parley_search");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres().close();
    }

    @BeforeEach
    void open() {
        client = new SearchClient(port);
        client.settle();
    }

    @Test
    void saysSoWithinItsTimeWhileTheIndexIsAwayAndComesBack() throws Exception {
        postgres().kill();
        try {
            isUnavailable("try again");
        } finally {
            postgres().restart();
        }
        client.settle();
        assertThat(meters.get("parley.search.searches").tag("outcome", "late").timer().count()
                + meters.get("parley.search.searches").tag("outcome", "away").timer().count()).isPositive();
    }

    @Test
    void refusesToAnswerFromAnIndexThatIsBehind() throws Exception {
        try (var facts = new Facts(); var connection = database().connect()) {
            lockAll(connection, "EXCLUSIVE");
            Room.direct(facts, alice, bob).say(alice, "lake");
            Awaitility.await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.send(alice, QUERY).statusCode() == 503);
            isUnavailable("the index is behind");
            connection.rollback();
        }
        client.settle();
        assertThat(client.contents(alice, "lake")).containsExactly("lake");
        assertThat(meters.get("parley.search.searches").tag("outcome", "stale").timer().count()).isPositive();
    }

    @Test
    void leavesNoMorePlacesToOneUserThanTheirShare() throws Exception {
        try (var connection = database().connect()) {
            lockAll(connection, "ACCESS EXCLUSIVE");
            var flood = Stream.generate(
                    () -> CompletableFuture.supplyAsync(() -> client.send(alice, QUERY), Thread::startVirtualThread))
                    .limit(6)
                    .toList();
            var answers = flood.stream().map(CompletableFuture::join).toList();
            assertThat(answers).allMatch(answer -> answer.statusCode() == 503);
            assertThat(answers).filteredOn(answer -> answer.body().contains("searches of yours at once"))
                    .hasSizeGreaterThanOrEqualTo(2);
            connection.rollback();
        }
        client.settle();
        assertThat(meters.get("parley.search.searches").tag("outcome", "busy").timer().count()).isPositive();
        Awaitility.await().untilAsserted(
                () -> assertThat(meters.get("parley.search.inside").gauge().value()).isZero());
    }

    private void isUnavailable(String why) {
        var began = System.nanoTime();
        var answer = client.send(alice, QUERY);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1_900));
        assertThat(answer.statusCode()).isEqualTo(503);
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.at("/code").asString()).isEqualTo("CHAT_TEMPORARILY_UNAVAILABLE");
        assertThat(problem.at("/retryable").asBoolean()).isTrue();
        assertThat(problem.at("/detail").asString()).contains(why);
    }

    /** Until the end of the connection's transaction. */
    private static void lockAll(Connection connection, String mode) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            var tables = statement.executeQuery("""
                SELECT string_agg(quote_ident(table_schema) || '.' || quote_ident(table_name), ', ')
                FROM information_schema.tables
                WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
                  AND table_schema LIKE 'index\\_%'""");
            tables.next();
            statement.execute("LOCK TABLE " + tables.getString(1) + " IN " + mode + " MODE");
        }
    }
}
