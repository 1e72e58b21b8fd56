package dev.parley.engines.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import dev.parley.engines.Database;
import dev.parley.engines.Engine;
import dev.parley.engines.Folders;
import dev.parley.engines.KafkaNode;
import dev.parley.engines.OpenSearchNode;
import dev.parley.engines.PostgresServer;
import dev.parley.engines.RedisServer;
import dev.parley.engines.RunningEngine;

/** Engines as children of this JVM, in folders that go with them. */
final class ProcessSource implements EngineSource {

    @Override
    public Started<Kafka> kafka() throws IOException, InterruptedException {
        var folder = folder("kafka");
        var kafka = start(KafkaNode.in(folder), folder);
        var servers = kafka.engine().bootstrapServers();
        return new Started<>(() -> servers, () -> end(kafka, folder));
    }

    @Override
    public Started<Postgres> postgres() throws IOException, InterruptedException {
        var folder = folder("postgres");
        var server = PostgresServer.in(folder, "parley", UUID.randomUUID().toString());
        var postgres = start(server, folder);
        Database administration = server.database("postgres");
        return new Started<>(() -> administration, () -> end(postgres, folder));
    }

    @Override
    public Started<Redis> redis() throws IOException, InterruptedException {
        var folder = folder("redis");
        var redis = start(RedisServer.in(folder), folder);
        return new Started<>(new Redis("127.0.0.1", redis.engine().port(), 0), () -> end(redis, folder));
    }

    @Override
    public Started<OpenSearch> openSearch() throws IOException, InterruptedException {
        var folder = folder("opensearch");
        var openSearch = start(OpenSearchNode.in(folder), folder);
        var url = openSearch.engine().url();
        return new Started<>(() -> url, () -> end(openSearch, folder));
    }

    private static Path folder(String name) throws IOException {
        return Files.createTempDirectory("parley-" + name + "-");
    }

    private static <E extends Engine> RunningEngine<E> start(E engine, Path folder)
            throws IOException, InterruptedException {
        try {
            return RunningEngine.start(engine);
        } catch (IOException | InterruptedException failed) {
            Folders.delete(folder);
            throw failed;
        }
    }

    private static void end(RunningEngine<?> engine, Path folder) throws IOException, InterruptedException {
        // Nobody reads these data again, so there is nothing to stop in good order.
        engine.kill();
        Folders.delete(folder);
    }
}
