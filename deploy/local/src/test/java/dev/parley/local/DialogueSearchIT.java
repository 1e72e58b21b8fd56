package dev.parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A dialogue through real sockets, and then somebody looks for its best-known line, on either engine.
 * {@code -Dparley.corpus=FILE} takes a file of {@code {"from","to","content"}} lines with the plays in it; without it
 * there are a few lines of our own.
 */
class DialogueSearchIT {

    private static final String SPEAKER = "hamlet.hamlet";
    private static final String QUESTION = "to be or not to be";
    private static final String OPENING = "To be, or not to be";
    /** Is in a conversation, but not in that one. */
    private static final String STRANGER = "stranger.one";
    private static final String SOMETHING_ELSE = "Something else to be said";

    @TempDir
    Path folder;

    /** Each engine takes a stack of its own; PostgreSQL's is the one that all other tests run over as well. */
    static List<String> engines() {
        return "long".equals(System.getProperty("parley.guarantees"))
                ? List.of("postgres", "opensearch")
                : List.of("opensearch");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void findsTheSpeechFirstAndOnlyForThoseWhoWereThere(String engine) throws Exception {
        var corpus = corpus();
        try (var stack = LocalStack.start(folder.resolve("stack"), false, Map.of("parley.search.engine", engine))) {
            assertThat(Files.exists(stack.log("opensearch"))).isEqualTo(engine.equals("opensearch"));
            replay(stack, corpus);
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreException(IOException.class)
                    .untilAsserted(() -> {
                        assertThat(first(stack, SPEAKER, QUESTION)).contains(OPENING);
                        assertThat(first(stack, STRANGER, "else")).isEqualTo(SOMETHING_ELSE);
                    });
            var hit = search(stack, SPEAKER, QUESTION).at("/data/0");
            assertThat(hit.at("/message/senderId").asString()).isEqualTo(SPEAKER);
            for (var other : List.of(STRANGER, "nobody.at.all")) {
                assertThat(search(stack, other, QUESTION).path("data")).as(other).isEmpty();
            }
        }
    }

    private static void replay(LocalStack stack, Path corpus) throws Exception {
        var words = new ArrayList<>(List.of(StandIns.java(), "-Xmx512m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.parley.load.Main", "replay", corpus.toString()));
        for (var gateway = 1; gateway <= 2; gateway++) {
            words.addAll(List.of("--gateway", stack.gateway(gateway).toString()));
        }
        words.addAll(List.of("--rest", stack.rest().toString(), "--secret-file", stack.secretFile().toString()));
        var log = corpus.resolveSibling("replay.log");
        var replay = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(replay.waitFor()).as(Files.readString(log)).isZero();
        } finally {
            replay.destroyForcibly();
        }
    }

    private static String first(LocalStack stack, String user, String query)
            throws IOException, InterruptedException {
        return search(stack, user, query).at("/data/0/message/content").asString("");
    }

    private static JsonNode search(LocalStack stack, String user, String query)
            throws IOException, InterruptedException {
        var body = "{\"query\":\"" + query + "\",\"sort\":\"best\"}";
        var request = HttpRequest.newBuilder(URI.create(stack.search() + "/api/v1/messages/search"))
                .header("Authorization", "Bearer " + stack.token(user)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)).build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " " + answer.body());
            }
            return JsonMapper.shared().readTree(answer.body());
        }
    }

    /** In a file beside the stack's folder, so that what the replay says has a place. */
    private Path corpus() throws IOException {
        var given = System.getProperty("parley.corpus", "");
        var lines = given.isEmpty() ? ownLines() : lines(Path.of(given));
        lines.add(line(STRANGER, "stranger.two", SOMETHING_ELSE));
        return Files.write(folder.resolve("dialogue.jsonl"), lines);
    }

    private static List<String> lines(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        try (var in = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new ArrayList<>(new String(in.readAllBytes(), UTF_8).lines().toList());
        }
    }

    private static List<String> ownLines() {
        var lines = new ArrayList<String>();
        for (var n = 0; n < 200; n++) {
            lines.add(line(SPEAKER, "hamlet.horatio", "To be, or not: be to be, and that to be is " + n));
            lines.add(line("hamlet.horatio", SPEAKER, "What is to be is to be, or it is not " + n));
            lines.add(line("other.somebody", "other.friend", OPENING + ", that is what he asked " + n));
        }
        lines.add(300, line(SPEAKER, "hamlet.horatio", OPENING + ", that is what I ask myself"));
        return lines;
    }

    private static String line(String from, String to, String content) {
        return "{\"from\":\"%s\",\"to\":\"%s\",\"content\":\"%s\"}".formatted(from, to, content);
    }
}
