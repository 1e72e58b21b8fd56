package dev.parley.local.trace;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.parley.contracts.MessageId;
import dev.parley.load.wire.TokenSigner;
import dev.parley.load.wire.UserId;
import dev.parley.local.targets.Target;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the search service: which generation serves, and whether the sender finds the message in it. */
record IndexLook(Target target) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration TOKEN = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int MOST_WORDS = 5;
    private static final int LONGEST_WORD = 100;

    /** The one that is searched; none where the service is not known, or has none yet. */
    OptionalInt generation() throws IOException, InterruptedException {
        var management = target.management("search");
        if (management.isEmpty()) {
            return OptionalInt.empty();
        }
        var asked = HttpRequest.newBuilder(management.getFirst().resolve("/actuator/reindex")).GET();
        var serving = JsonMapper.shared().readTree(call(asked).body()).path("serving").path("number");
        return serving.isNumber() ? OptionalInt.of(serving.asInt()) : OptionalInt.empty();
    }

    /** What a search of the sender's for the words of the message brings. */
    String search(MessageId message, Rows.Row row) throws IOException, InterruptedException {
        if (row.content() == null) {
            return "deleted, so not to be found";
        }
        if (target.doors().isEmpty() || target.tokens().isEmpty()) {
            return "not searched for: the target names no doors, or no key to sign a token with";
        }
        var query = Map.of("query", words(row.content()), "conversationId", row.conversation().toString(),
                "senderId", row.sender(), "from", row.sentAt().toString(), "to", row.sentAt().plusMillis(1).toString());
        var asked = HttpRequest.newBuilder(search()).header("Authorization", "Bearer " + token(row.sender()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(query)));
        var answer = call(asked);
        var body = JsonMapper.shared().readTree(answer.body());
        if (answer.statusCode() != OK) {
            // Its detail could repeat the query.
            return "not searched for: HTTP " + answer.statusCode() + " " + body.path("code").asString("");
        }
        return ids(body).anyMatch(message.toString()::equals)
                ? "found by its sender's search for its words"
                : "NOT found by its sender's search for its words: not indexed, or its sender is no longer in the conversation";
    }

    private static Stream<String> ids(JsonNode body) {
        return StreamSupport.stream(body.path("data").spliterator(), false)
                .map(hit -> hit.path("message").path("messageId").asString(""));
    }

    private URI search() {
        return target.doors().orElseThrow().search().resolve("/api/v1/messages/search");
    }

    private String token(String user) {
        var tokens = target.tokens().orElseThrow();
        return TokenSigner.fromFile(tokens.secretFile(), TOKEN, Clock.systemUTC(), tokens.claims())
                .tokenFor(new UserId(user));
    }

    /** Some, without what a query would read as an order: with the time they are enough to find one message. */
    private static String words(String content) {
        return Arrays.stream(content.split("[\\s\"“”„*-]+")).filter(word -> word.length() <= LONGEST_WORD)
                .limit(MOST_WORDS).collect(Collectors.joining(" "));
    }

    private static HttpResponse<String> call(HttpRequest.Builder asked) throws IOException, InterruptedException {
        try (var http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return http.send(asked.timeout(PATIENCE).build(), BodyHandlers.ofString());
        }
    }
}
