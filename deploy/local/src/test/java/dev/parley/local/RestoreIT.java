package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The database is lost, and restored from a backup that is older than what people were told. */
@ExtendWith(SharedStack.class)
class RestoreIT {

    private static final int PEOPLE = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Longer in {@code ./mvnw verify -Pguarantees}. */
    private static final Duration TRAFFIC = "long".equals(System.getProperty("parley.guarantees"))
            ? Duration.ofSeconds(30)
            : Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalStack stack;
    private final SharedStack.Running running;
    private final Path data;

    RestoreIT(SharedStack.Running running) {
        this.running = running;
        this.stack = running.stack();
        this.data = running.folder().resolve("data/postgres/data");
    }

    @Test
    void decidesAgainFromTheLogWhatTheBackupLacks(@TempDir Path folder) throws Exception {
        try (var crowd = running.crowd(); var traffic = new Traffic()) {
            var people = IntStream.range(0, PEOPLE).mapToObj(n -> crowd.join("restored-" + n)).toList();
            crowd.awaitCaughtUp(PATIENCE);
            traffic.also(Duration.ofMillis(10), Traffic.chat(people));
            traffic.goOnFor(TRAFFIC);
            var backup = OnlineBackup.take(stack.database(), data, folder.resolve("backup"));
            traffic.goOnFor(TRAFFIC);
            var token = sync("restored-0", "").at("/data/token").asString();
            var decided = decided();

            for (var part : new String[]{"persistence", "search", "postgres"}) {
                stack.kill(part);
            }
            backup.restore(data);
            stack.start("postgres");
            assertThat(decided()).isLessThan(decided);
            stack.start("persistence");
            stack.start("search");
            traffic.goOnFor(TRAFFIC);

            assertThat(traffic.stop()).allMatch(said -> said > 100);
            assertThat(crowd.settle(PATIENCE)).hasToString("nothing lost, nothing twice, nothing out of order");
            assertThat(decided()).isGreaterThanOrEqualTo(decided);
            assertThat(sync("restored-0", token).at("/data/reset").asBoolean()).isFalse();
        }
    }

    @Test
    void letsEveryClientBeginAnewWhereAnOperatorSaysSo() throws Exception {
        var token = sync("told-otherwise", "").at("/data/token").asString();
        assertThat(sync("told-otherwise", token).at("/data/reset").asBoolean()).isFalse();
        try (var connection = stack.database().connect(); var statement = connection.createStatement()) {
            statement.execute("UPDATE log_history SET id = gen_random_uuid()");
        }
        assertThat(sync("told-otherwise", token).at("/data/reset").asBoolean()).isTrue();
    }

    /** Commands decided, by the progress rows. */
    private long decided() {
        return await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (var connection = stack.database().connect();
                    var query = connection.prepareStatement("SELECT sum(next_offset) FROM writer_progress");
                    var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }, sum -> sum > 0);
    }

    private JsonNode sync(String user, String token) throws Exception {
        var request = HttpRequest
                .newBuilder(URI.create(stack.rest() + "/api/v1/sync" + (token.isEmpty() ? "" : "?token=" + token)))
                .header("Authorization", "Bearer " + stack.token(user)).timeout(PATIENCE).build();
        return JsonMapper.shared().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
