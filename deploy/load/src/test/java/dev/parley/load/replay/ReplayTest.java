package dev.parley.load.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.load.fake.FakeParley;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final int LINES = 600;

    @TempDir
    Path folder;

    private final FakeParley server = new FakeParley();
    private Path corpus = Path.of("");
    private String output = "";

    @BeforeEach
    void writeCorpus() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < LINES; i++) {
            var from = i % 7;
            var to = (from + 1 + i % 3) % 7;
            lines.add("{\"from\":\"user-%d\",\"to\":\"user-%d\",\"content\":\"line %d\\nof text\"}".formatted(from, to,
                    i));
        }
        corpus = Files.write(folder.resolve("corpus.jsonl"), lines);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int replay(String... more) throws InterruptedException, IOException {
        var words = new ArrayList<>(List.of(corpus.toString()));
        server.endpoints().gateways().forEach(gateway -> words.addAll(List.of("--gateway", gateway.toString())));
        var secret = Files.writeString(folder.resolve("secret"), FakeParley.SECRET);
        var rest = server.endpoints().rest().toString();
        words.addAll(List.of("--rest", rest, "--search-rest", rest, "--secret-file", secret.toString()));
        words.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        var code = Replay.run(words, new PrintStream(out, true, UTF_8));
        output = out.toString(UTF_8);
        return code;
    }

    @Test
    void deliversEveryLineAndSaysSo() throws InterruptedException, IOException {
        assertThat(replay()).as(output).isZero();
        assertThat(output).contains("sent 600   acked 600   resent 0   refused 0", "delivered live 600   by sync 0",
                "receipts 1,200", "nothing lost, nothing twice, nothing out of order");
    }

    @Test
    void findsEverythingStoredTheSecondTimeAndDisturbsNobody() throws InterruptedException, IOException {
        replay();
        assertThat(replay()).as(output).isZero();
        assertThat(output).contains("600 of 600 messages are already stored", "already stored 600",
                "repetitions answered 600", "delivered live 0   by sync 0   receipts 0");
    }

    @Test
    void goesOnWhereAnotherEnded() throws InterruptedException, IOException {
        replay("--users", "4");
        var some = output;
        assertThat(replay()).as(output).isZero();
        assertThat(some).contains("stored");
        assertThat(output).contains("stored 600").doesNotContain("already stored 0");
    }

    @Test
    void losesNothingWhenConnectionsDropAndAcksAndPushesAreLost() throws InterruptedException, IOException {
        server.faults().losePushes(25);
        server.faults().refuseForNow(10);
        var storm = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 6; i++) {
                server.dropConnections();
                server.faults().doublePushes(10);
                pause();
            }
        }, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
        assertThat(replay("--rate", "300")).as(output).isZero();
        storm.join();
        assertThat(output).contains("stored 600").doesNotContain("reconnects 0");
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS)).join();
    }

    @Test
    void tellsHowSoonMessagesCanBeFoundWhileItPlaysAtARate() throws InterruptedException, IOException {
        server.faults().searchInVain(3);
        assertThat(replay("--search", "20", "--rate", "300")).as(output).isZero();
        assertThat(output)
                .containsPattern("searchable after: p50 .* ms +p95 .* ms +p99 .* ms +max [0-9.]+ ms "
                        + "[(][1-9][0-9]* messages, 0 not found[)]")
                .contains("sent 600   acked 600", "messages 600   users 7",
                        "nothing lost, nothing twice, nothing out of order");
    }

    @Test
    void failsWhereAMessageIsNeverFound() throws InterruptedException, IOException {
        server.faults().searchInVain(Integer.MAX_VALUE);
        assertThat(replay("--rate", "600", "--search-timeout", "1", "--search")).isEqualTo(1);
        assertThat(output).containsPattern("searchable after: none [(]([1-9][0-9]*) messages, \\1 not found[)]")
                .contains("nothing lost, nothing twice, nothing out of order");
    }

    @Test
    void writesAHistoryThatCanBeChecked() throws InterruptedException, IOException {
        var file = folder.resolve("history.jsonl.gz");
        replay("--history", file.toString());
        var out = new ByteArrayOutputStream();
        // As the local stack calls it: with addresses.
        var code = dev.parley.load.check.file.CheckCommand.run(
                List.of("--search-rest", server.endpoints().rest().toString(), file.toString()),
                new PrintStream(out, true, UTF_8));
        assertThat(code).isZero();
        assertThat(out.toString(UTF_8)).contains("7 devices", "nothing lost");
    }

    @Test
    void failsWithWhatIsMissingWhenNothingMoves() throws InterruptedException, IOException {
        server.faults().loseMarks(Integer.MAX_VALUE);
        assertThat(replay("--timeout", "2")).isEqualTo(1);
        assertThat(output).contains("failed: no progress for 2 s", "until now counts as lost",
                "acked, seq 1, delivered LIVE", "MARK_BEHIND");
    }
}
