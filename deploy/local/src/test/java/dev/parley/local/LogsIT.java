package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.json.JsonMapper;

/** All lines of all services, down to the level debug: by the schema, and without a word that somebody said. */
@ExtendWith(SharedStack.class)
class LogsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MARK = "unmistakable7x1";
    private static final String TOKEN_START = "eyJ";
    private static final List<String> SERVICES = List.of("gateway-1", "gateway-2", "persistence", "search");
    private static final Set<String> SCHEMA = Set.of("@timestamp", "log", "process", "service", "message", "error",
            "ecs", "tags");
    private static final Set<String> KEYS = Set.of("userId", "sessionId", "gatewayId", "commandId", "topic",
            "partition", "offset", "channel", "reason", "sessions", "traceId", "spanId");

    @Test
    void keepToTheirKeysAndSayNothingThatIsNotTheirs(SharedStack.Running running) throws Exception {
        var stack = running.stack();
        try (var crowd = running.crowd(); var http = HttpClient.newHttpClient()) {
            var xena = crowd.join("xena", 0);
            var yuri = crowd.join("yuri", 1);
            crowd.awaitCaughtUp(PATIENCE);
            var group = xena.groups().create("Title " + MARK, List.of(yuri.user())).join();
            var said = xena.say(group, "Said " + MARK);
            await().atMost(PATIENCE).until(() -> yuri.shown().contains(said) && xena.hasAnswers());
            yuri.edit(group, said, "Refused " + MARK);
            await().atMost(PATIENCE).until(yuri::hasAnswers);
            sendGarbage(http, stack);
            askForNonsense(http, stack);
        }
        var keys = new TreeSet<String>();
        for (var service : SERVICES) {
            for (var line : Files.readAllLines(stack.log(service))) {
                assertThat(line).doesNotContain(MARK, TOKEN_START);
                if (line.startsWith("{")) {
                    keys.addAll(new JsonMapper().readTree(line).propertyNames());
                }
            }
        }
        assertThat(keys).contains("message", "partition", "offset", "gatewayId");
        keys.removeAll(SCHEMA);
        assertThat(KEYS).containsAll(keys);
    }

    private static void sendGarbage(HttpClient http, LocalStack stack) throws Exception {
        var socket = connect(http, stack.gateway(1), stack.token("zoe"));
        for (var frame : List.of(
                "{\"event\":\"message:send\",\"id\":1,\"data\":{\"recipientId\":\"xena\",\"content\":7,\"x\":\"" + MARK
                        + "\"}}",
                "{\"event\":\"" + MARK + "\",\"id\":2,\"data\":{}}",
                "{\"event\":\"session:renew\",\"id\":3,\"data\":{\"token\":\"" + MARK + ".a.b\"}}",
                "{\"event\":\"sync\",\"id\":4,\"data\":{\"token\":\"" + MARK + "\"}}",
                MARK + " is not JSON")) {
            socket.sendText(frame, true).join();
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, MARK).join();
        for (var token : List.of(MARK, MARK + "." + MARK + "." + MARK)) {
            try {
                connect(http, stack.gateway(2), token).abort();
            } catch (CompletionException e) {
                assertThat(e).hasMessageContaining("WebSocketHandshakeException");
            }
        }
    }

    private static WebSocket connect(HttpClient http, URI gateway, String token) {
        return http.newWebSocketBuilder()
                .subprotocols("chat.v1")
                .header("Authorization", "Bearer " + token)
                .buildAsync(gateway, new WebSocket.Listener() {
                })
                .join();
    }

    private static void askForNonsense(HttpClient http, LocalStack stack) throws Exception {
        var good = stack.token("zoe");
        var answers = new ArrayList<Integer>();
        for (var service : List.of(stack.rest(), stack.search())) {
            for (var token : List.of(good, MARK)) {
                answers.add(post(http, service.resolve("/api/v1/messages/search"), token, "{\"query\":\"" + MARK
                        + "\",\"sort\":\"" + MARK + "\"}"));
                answers.add(post(http, service.resolve("/api/v1/conversations"), token, "{\"" + MARK));
            }
        }
        answers.add(
                post(http, stack.search().resolve("/api/v1/messages/search"), good, "{\"query\":\"" + MARK + "\"}"));
        assertThat(answers).contains(200, 400, 401);
    }

    private static int post(HttpClient http, URI address, String token, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build(), BodyHandlers.discarding()).statusCode();
    }
}
