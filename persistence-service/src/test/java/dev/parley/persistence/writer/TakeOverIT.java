package dev.parley.persistence.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.engines.testing.Engines;
import dev.parley.persistence.Log;
import dev.parley.persistence.PersistenceApplication;
import dev.parley.persistence.ServiceUnderTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Another writer, in a process of its own, dies the hard way. */
class TakeOverIT extends ServiceUnderTest {

    private static final Duration PROMISED = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void writesTheDeadOnesPartitionsWithinTenSeconds() throws Exception {
        var other = startAnotherWriter();
        try (var log = new Log()) {
            await().atMost(Duration.ofSeconds(60)).until(() -> writersWithPartitions() == 2);

            other.destroyForcibly().waitFor();
            var killed = System.nanoTime();
            var alice = new UserId("alice-" + UUID.randomUUID());
            var conversations = IntStream.range(0, PARTITIONS).mapToObj(partition -> {
                var friend = Log.friendIn(partition, alice);
                log.append(Log.send(alice, friend, "to partition " + partition));
                return ConversationId.direct(alice, friend).value();
            }).toArray(UUID[]::new);

            await().atMost(Duration.ofSeconds(30)).until(() -> stored(conversations) == PARTITIONS);
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(PROMISED);
        } finally {
            other.destroyForcibly();
        }
    }

    private Process startAnotherWriter() throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                PersistenceApplication.class.getName());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("writer.log").toFile());
        builder.environment().putAll(Map.of(
                "SERVER_PORT", "0",
                "MANAGEMENT_SERVER_PORT", "0",
                "SPRING_KAFKA_BOOTSTRAP_SERVERS", Engines.kafka().bootstrapServers(),
                "SPRING_DATASOURCE_URL", DATABASE.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME", DATABASE.username(),
                "SPRING_DATASOURCE_PASSWORD", DATABASE.password(),
                "SPRING_DATA_REDIS_URL", REDIS.url(),
                "PARLEY_PARTITIONS", Integer.toString(PARTITIONS),
                "PARLEY_JWT_SECRET", SECRET));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    private static long writersWithPartitions() throws Exception {
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", Engines.kafka().bootstrapServers()))) {
            var group = admin.describeConsumerGroups(List.of("parley-writer")).describedGroups().get("parley-writer");
            return group == null
                    ? 0
                    : group.get().members().stream()
                            .filter(member -> !member.assignment().topicPartitions().isEmpty())
                            .count();
        }
    }

    private long stored(UUID[] conversations) {
        return jdbc.sql("SELECT count(*) FROM messages WHERE conversation_id = ANY (?)")
                .param(conversations).query(Long.class).single();
    }
}
