package dev.parley.engines.testing;

import java.time.Duration;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import dev.parley.engines.Database;

/** The same engines in containers, of the images that deploy/compose runs. */
final class ContainerSource implements EngineSource {

    private static final int REDIS_PORT = 6379;
    private static final int OPENSEARCH_PORT = 9200;
    private static final Duration OPENSEARCH_START = Duration.ofMinutes(2);

    @Override
    public Started<Kafka> kafka() {
        var container = new KafkaContainer(DockerImageName.parse("apache/kafka:4.2.2"))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4");
        var started = start(container);
        var servers = container.getBootstrapServers();
        return new Started<>(() -> servers, started);
    }

    @Override
    public Started<Postgres> postgres() {
        // The module's default command turns fsync off.
        var container = new PostgreSQLContainer(DockerImageName.parse("postgres:18.6"))
                .withCommand("postgres", "-c", "max_connections=200");
        var started = start(container);
        var administration = new Database(container.getJdbcUrl(), container.getUsername(), container.getPassword());
        return new Started<>(() -> administration, started);
    }

    @Override
    public Started<Redis> redis() {
        var container = new GenericContainer<>(DockerImageName.parse("redis:8.10.2")).withExposedPorts(REDIS_PORT)
                // Without a password it would only answer inside of its container.
                .withCommand("redis-server", "--save", "", "--maxmemory-policy", "noeviction", "--protected-mode",
                        "no");
        var started = start(container);
        return new Started<>(new Redis(container.getHost(), container.getMappedPort(REDIS_PORT), 0), started);
    }

    @Override
    public Started<OpenSearch> openSearch() {
        var container = new GenericContainer<>(DockerImageName.parse("opensearchproject/opensearch:3.8.0"))
                .withExposedPorts(OPENSEARCH_PORT).withEnv("discovery.type", "single-node")
                .withEnv("DISABLE_SECURITY_PLUGIN", "true").withEnv("DISABLE_INSTALL_DEMO_CONFIG", "true")
                .withEnv("action.auto_create_index", "false")
                .withEnv("cluster.routing.allocation.disk.threshold_enabled", "false")
                .withEnv("OPENSEARCH_JAVA_OPTS", "-Xms512m -Xmx512m")
                .waitingFor(Wait.forHttp("/_cluster/health?wait_for_status=yellow&timeout=1s")
                        .withStartupTimeout(OPENSEARCH_START));
        var started = start(container);
        var url = "http://" + container.getHost() + ":" + container.getMappedPort(OPENSEARCH_PORT);
        return new Started<>(() -> url, started);
    }

    private static Started.Ending start(GenericContainer<?> container) {
        container.start();
        return container::stop;
    }
}
