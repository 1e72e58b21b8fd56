package dev.parley.persistence.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.access.StartRefused;
import dev.parley.contracts.TopicPlan;
import dev.parley.engines.Database;
import dev.parley.engines.KafkaNode;
import dev.parley.engines.RunningEngine;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.persistence.PersistenceApplication;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Import;

@WithEngines(EngineKind.POSTGRES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SetupIT {

    private RunningEngine<KafkaNode> kafka;
    private Database database;

    @SuppressWarnings("NullAway.Init")
    SetupIT() {}

    /** As much of the service as looks at its tables when it starts. */
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @EnableConfigurationProperties(SetupSettings.class)
    @Import(SetupWiring.class)
    static class Start {}

    @BeforeAll
    void startBroker(@TempDir Path folder) throws Exception {
        kafka = RunningEngine.start(KafkaNode.in(folder));
    }

    @AfterAll
    void stopBroker() throws Exception {
        kafka.close();
    }

    @BeforeEach
    void makeDatabase() {
        database = Engines.postgres().createDatabase();
    }

    private String[] arguments(String... more) {
        return arguments(3, more);
    }

    private String[] arguments(int partitions, String... more) {
        var all = new String[]{"setup", "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + kafka.engine().bootstrapServers(),
                "--parley.partitions=" + partitions, "--parley.setup.replicas=1", "--parley.setup.min-in-sync=1"};
        return Stream.of(all, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private void start(String... more) {
        new SpringApplicationBuilder(Start.class).web(WebApplicationType.NONE)
                .run(Stream.of(arguments("--parley.setup.at-start=false"), more).flatMap(Arrays::stream)
                        .toArray(String[]::new))
                .close();
    }

    private String[] only(String part) {
        return Stream.concat(Stream.of("setup", part), Stream.of(arguments()).skip(1)).toArray(String[]::new);
    }

    @Test
    void makesAllThatTheServicesNeed() throws Exception {
        PersistenceApplication.main(arguments());
        assertThat(topics()).hasSize(TopicPlan.ALL.size())
                .allSatisfy((_, topic) -> assertThat(topic.partitions()).hasSize(3));
        assertThat(setting("chat.events", "cleanup.policy")).isEqualTo("compact");
        assertThat(setting("chat.commands", "min.insync.replicas")).isEqualTo("1");
        start();
    }

    @Test
    void changesNothingWhenItIsRunAgain() throws Exception {
        PersistenceApplication.main(arguments());
        var before = topics();
        PersistenceApplication.main(arguments());
        assertThat(topics()).isEqualTo(before);
    }

    @Test
    void isRunByTwoAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var runs = IntStream.range(0, 2).mapToObj(_ -> CompletableFuture.runAsync(() -> Setup.run(arguments()),
                    threads)).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(runs).get();
        }
        start();
    }

    @Test
    void refusesALogWithAnotherCount() {
        PersistenceApplication.main(arguments());
        assertThatThrownBy(() -> PersistenceApplication.main(arguments(4)))
                .hasStackTraceContaining("3 partitions (expected: 4");
    }

    @Test
    void leavesTablesAloneWhereAStartOnlyChecks() throws SQLException {
        assertThatThrownBy(() -> start()).hasRootCauseInstanceOf(Exception.class)
                .hasStackTraceContaining(StartRefused.class.getName())
                .hasStackTraceContaining("expected: setup was run before");
        try (var connection = database.connect();
                var tables = connection.getMetaData().getTables(null, "public", "conversations", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void makesTablesOrTopicsAlone() throws Exception {
        PersistenceApplication.main(only("tables"));
        start();
        database = Engines.postgres().createDatabase();
        PersistenceApplication.main(only("topics"));
        assertThat(topics()).hasSize(TopicPlan.ALL.size());
        assertThatThrownBy(() -> start()).hasStackTraceContaining("expected: setup was run before");
        assertThatThrownBy(() -> PersistenceApplication.main(only("tabels")))
                .hasMessage("setup tabels (expected: setup, setup tables or setup topics)");
    }

    @Test
    void waitsForTablesThatAreBeingMade() {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var start = CompletableFuture.runAsync(() -> start("--parley.setup.patience=60s"), threads);
            PersistenceApplication.main(only("tables"));
            assertThat(start).succeedsWithin(60, TimeUnit.SECONDS);
        }
    }

    private Map<String, TopicDescription> topics() throws Exception {
        try (var admin = admin()) {
            return admin.describeTopics(TopicPlan.ALL.stream().map(TopicPlan::name).toList()).allTopicNames().get();
        }
    }

    private String setting(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = admin()) {
            var settings = admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
            return settings.get(name).value();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.engine().bootstrapServers()));
    }
}
