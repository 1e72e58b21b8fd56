package dev.parley.search.index.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.parley.contracts.UserId;
import dev.parley.engines.FreePort;
import dev.parley.search.index.Batch;
import dev.parley.search.index.Chat;
import dev.parley.search.index.Generation;
import dev.parley.search.index.Generation.State;
import dev.parley.search.index.IndexUnavailable;
import dev.parley.search.index.MessageIndex;
import dev.parley.search.index.RefusedByIndex;
import dev.parley.search.index.Search;
import dev.parley.search.index.Search.Bounds;
import dev.parley.search.index.Search.Filter;
import dev.parley.search.index.Sort;
import dev.parley.search.text.Clause.Word;
import dev.parley.search.text.TextQuery;
import dev.parley.search.text.TextRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a server that is away, silent, busy or unwilling; it is played by a few lines here. */
class FaultsTest {

    private static final UserId ANN = new UserId("ann");
    private static final Generation GENERATION = new Generation(1, State.SERVING, new TextRules(1, null), Instant.EPOCH,
            Instant.EPOCH);

    @Test
    void isUnavailableWhereNobodyListens() {
        try (var client = new OpenSearchUnderTest("http://127.0.0.1:" + FreePort.next(), Duration.ofSeconds(5))) {
            var index = client.another().open(GENERATION);

            assertThatThrownBy(() -> search(index, Duration.ofSeconds(5))).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> index.apply(batch())).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(index::positions).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> client.another().generations()).isInstanceOf(IndexUnavailable.class);
        }
    }

    @Test
    void givesUpOnASilentServerInTime() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var client = new OpenSearchUnderTest(
                        "http://127.0.0.1:" + silent.getLocalPort(), Duration.ofMillis(400))) {
            var index = client.another().open(GENERATION);
            var start = System.nanoTime();

            assertThatThrownBy(() -> search(index, Duration.ofMillis(200))).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> index.apply(batch())).isInstanceOf(IndexUnavailable.class);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 502, 503, 504})
    void isUnavailableWhereTheServerSaysSo(int status) throws IOException {
        try (var door = new Door(status); var client = new OpenSearchUnderTest(door.url(), Duration.ofSeconds(5))) {
            var index = client.another().open(GENERATION);

            assertThatThrownBy(() -> search(index, Duration.ofSeconds(5)))
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("status " + status)
                    .extracting(FaultsTest::whole).asString().doesNotContain("secret");
            assertThatThrownBy(() -> index.apply(batch())).isInstanceOf(IndexUnavailable.class);
        }
    }

    @Test
    void isRefusedWhatTheServerWillNeverTake() throws IOException {
        try (var door = new Door(413); var client = new OpenSearchUnderTest(door.url(), Duration.ofSeconds(5))) {
            var index = client.another().open(GENERATION);

            assertThatThrownBy(() -> index.apply(batch()))
                    .isInstanceOf(RefusedByIndex.class)
                    .extracting(FaultsTest::whole).asString().doesNotContain("secret");
        }
    }

    private static String whole(Throwable thrown) {
        var cause = thrown.getCause();
        return thrown + (cause == null ? "" : "\n" + whole(cause));
    }

    private static Batch batch() {
        return new Batch(List.of(Chat.named("faults").founder(ANN)), Map.of(0, 1L));
    }

    private static void search(MessageIndex index, Duration timeout) {
        var query = new TextQuery(List.of(new Word("secret", null)), List.of());
        index.search(new Search(ANN, query, Filter.NONE, Sort.NEWEST, null, new Bounds(10, 10, timeout)));
    }

    /** Answers everything in the same way. */
    private static final class Door implements AutoCloseable {

        private final HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

        Door(int status) throws IOException {
            var body = "{\"error\": {\"type\": \"some_exception\", \"reason\": \"a secret\"}, \"status\": " + status
                    + "}";
            server.createContext("/", exchange -> {
                var bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
