package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.wire.MailboxEntry;
import dev.parley.engines.testing.EngineKind;
import dev.parley.engines.testing.Engines;
import dev.parley.engines.testing.WithEngines;
import dev.parley.gateway.testing.ChatClient;
import dev.parley.gateway.testing.FakePersistence;
import dev.parley.gateway.testing.RunningGateway;
import dev.parley.gateway.testing.SharedEngines;
import dev.parley.gateway.testing.Tokens;
import dev.parley.gateway.testing.Writer;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** First the route, then ready, then the sync: whatever is committed meanwhile, a client that does so misses nothing. */
@WithEngines({EngineKind.KAFKA, EngineKind.REDIS})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReconnectIT {

    private static final String SYNC = "/api/v1/sync";

    private FakePersistence persistence;
    private RunningGateway gateway;
    private Writer writer;

    @BeforeAll
    void start() {
        persistence = FakePersistence.start();
        var redis = Engines.redis().url();
        gateway = RunningGateway.start(
                SharedEngines.kafka(),
                redis,
                Map.of("parley.upstream.persistence-url", persistence.url().toString()));
        writer = new Writer(redis);
    }

    @AfterAll
    void stop() {
        writer.close();
        gateway.close();
        persistence.close();
    }

    @Test
    @Timeout(60)
    void missesNothingWhileAWriterGoesOnThroughEveryStep() {
        var head = new AtomicLong();
        persistence.answerAlways(SYNC, () -> page(head.get()));
        try (var writing = Executors.newSingleThreadScheduledExecutor()) {
            var going = writing.scheduleWithFixedDelay(() -> commitAndPush(head), 0, 1, TimeUnit.MILLISECONDS);
            for (var round = 0; round < 40; round++) {
                comeAndGo(head);
            }
            assertThat(going.isDone()).isFalse();
            writing.shutdownNow();
        }
    }

    /** As writers do: committed first, and only then are the routes read. */
    private void commitAndPush(AtomicLong head) {
        var seq = head.incrementAndGet();
        writer.push("rita", Writer.message("x", "rita", seq, "#" + seq));
    }

    private void comeAndGo(AtomicLong head) {
        try (var rita = ChatClient.open(gateway.socket(), Tokens.of("rita"))) {
            assertThat(rita.next().path("event").asString()).isEqualTo("session:ready");
            rita.send("{\"event\":\"sync\",\"id\":1}");
            var live = new ArrayList<Long>();
            var frame = rita.next();
            while (!frame.path("event").asString().equals("ack")) {
                assertThat(frame.path("event").asString()).isEqualTo("message:new");
                live.add(frame.at("/data/seq").asLong());
                frame = rita.next();
            }
            var synced = Long.parseLong(frame.at("/data/token").asString());
            var goal = head.get() + 10;
            while (live.isEmpty() || live.getLast() < goal) {
                live.add(rita.next().at("/data/seq").asLong());
            }
            assertThat(live).isSorted().doesNotHaveDuplicates();
            assertThat(live).containsAll(
                    LongStream.rangeClosed(synced + 1, live.getLast()).boxed().toList());
        }
    }

    @Test
    void leavesWhatWasWrittenBeforeTheRouteToTheSync() {
        try (var probe = ChatClient.ready(gateway.socket(), "probe")) {
            var early = MailboxEntry.newBuilder().addDeliveries(Writer.message("x", "tess", 1, "early"));
            writer.routesOf("probe").forEach(id -> writer.append(id, early.build().toByteArray(), 1000));
            writer.push("probe", Writer.message("x", "probe", 1, "read by now"));
            probe.await("message:new");
            try (var tess = ChatClient.open(gateway.socket(), Tokens.of("tess"))) {
                assertThat(tess.next().path("event").asString()).isEqualTo("session:ready");
                writer.push("tess", Writer.message("x", "tess", 2, "late"));
                assertThat(tess.next().at("/data/seq").asInt()).isEqualTo(2);
            }
        }
    }

    @Test
    void goesOnDeliveringWhileASyncIsUnderWay() {
        try (var vera = ChatClient.ready(gateway.socket(), "vera")) {
            persistence.answer(SYNC, 200, page(1));
            persistence.hang();
            vera.send("{\"event\":\"sync\",\"id\":1}");
            writer.push("vera", Writer.message("x", "vera", 2, "meanwhile"));
            assertThat(vera.next().at("/data/content").asString()).isEqualTo("meanwhile");
            persistence.release();
            assertThat(vera.next().at("/data/token").asString()).isEqualTo("1");
        }
    }

    /** What was committed up to here: its token is all that these tests look at. */
    private static String page(long head) {
        return "{\"data\":{\"conversations\":[],\"removed\":[],\"rejected\":[],\"token\":\"" + head
                + "\",\"more\":false,\"reset\":false}}";
    }
}
