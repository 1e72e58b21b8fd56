package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parley.load.client.ClientSettings;
import dev.parley.load.client.Endpoints;
import dev.parley.load.crowd.Crowd;
import dev.parley.load.wire.TokenSigner;

/** What deploy/compose puts before the services, with nothing in between but the program itself. */
@ExtendWith(SharedStack.class)
class EdgeIT {

    private static final int PEOPLE = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TRAFFIC = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @BeforeEach
    void needsTheProgram() {
        assumeTrue(Edge.program().isPresent(), "haproxy is not here (apt-get install haproxy): the edge is not tested");
    }

    @Test
    void losesNothingWhileAGatewayLeavesAndAnotherIsKilled(SharedStack.Running running) throws Exception {
        var stack = running.stack();
        try (var edge = Edge.start(stack, folder); var crowd = crowd(edge, stack); var traffic = new Traffic()) {
            var people = IntStream.range(0, PEOPLE).mapToObj(n -> crowd.join("edge-" + n)).toList();
            crowd.awaitCaughtUp(PATIENCE);
            traffic.also(Duration.ofMillis(10), Traffic.chat(people));
            traffic.goOnFor(TRAFFIC);
            stack.stop("gateway-1");
            traffic.goOnFor(TRAFFIC);
            stack.start("gateway-1");
            traffic.goOnFor(TRAFFIC.multipliedBy(2));
            stack.kill("gateway-2");
            traffic.goOnFor(TRAFFIC);
            stack.start("gateway-2");
            assertThat(traffic.stop()).allMatch(said -> said > 50);
            assertThat(crowd.settle(PATIENCE)).hasToString("nothing lost, nothing twice, nothing out of order");
        }
    }

    private static Crowd crowd(Edge edge, LocalStack stack) {
        var tokens = TokenSigner.fromFile(stack.secretFile(), Duration.ofHours(1), Clock.systemUTC());
        return new Crowd(new Endpoints(List.of(edge.socket()), edge.address()), tokens, ClientSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource({
            "GET, /api/v1/conversations, 200", "GET, /api/v1/sync, 200", "POST, /api/v1/messages/search, 200",
            "GET, /ws, 426", "GET, /socket.io/?EIO=4&transport=polling, 400",
            "GET, /actuator/health, 404", "GET, /, 404", "GET, /ws/, 404"})
    void knowsWhoAnswersWhat(String method, String path, int status, SharedStack.Running running) throws Exception {
        try (var edge = Edge.start(running.stack(), folder); var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(edge.address() + path))
                    .header("Authorization", "Bearer " + running.stack().token("edge-reader"))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString("GET".equals(method) ? "" : "{\"query\": \"hello\"}"))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(status);
        }
    }

    @Test
    void keepsLargeBodiesFromTheServices(SharedStack.Running running) throws Exception {
        try (var edge = Edge.start(running.stack(), folder); var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(edge.address() + "/api/v1/conversations"))
                    .POST(BodyPublishers.ofByteArray(new byte[1_048_577])).build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(413);
        }
    }
}
