package dev.parley.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.UserId;
import dev.parley.engines.RedisServer;
import dev.parley.engines.RunningEngine;
import dev.parley.gateway.redis.OwnLine;
import dev.parley.gateway.testing.RedisView;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways that count together. */
class SharedMessageLimitIT {

    private static final UserId ALICE = new UserId("alice");
    private static final LimitSettings.Messages TEN = new LimitSettings.Messages(
            10, 10, Duration.ofMillis(20), Duration.ofMillis(200), 100);
    /** Enough for a first connection on a busy machine: what is late here is late on purpose. */
    private static final LimitSettings.Messages PATIENT = new LimitSettings.Messages(
            10, 10, Duration.ofSeconds(10), Duration.ofMillis(200), 100);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private RunningEngine<RedisServer> redis;
    private OwnLine one;
    private OwnLine other;
    private RedisView view;

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException, InterruptedException {
        redis = RunningEngine.start(RedisServer.in(folder));
        var url = redis.engine().url();
        one = new OwnLine(url);
        other = new OwnLine(url);
        view = new RedisView(url);
    }

    @AfterEach
    void disconnect() throws IOException {
        one.close();
        other.close();
        view.close();
        redis.close();
    }

    @Test
    void countsExactlyAcrossGatewaysWhateverComesAtOnce() {
        var limits = List.of(limit(one, PATIENT), limit(other, PATIENT));
        var verdicts = IntStream.range(0, 200)
                .parallel()
                .mapToObj(each -> take(limits.get(each % 2)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(verdicts).filteredOn(Verdict.WITHIN::equals).hasSize(10);
        assertThat(verdicts)
                .filteredOn(Verdict.Over.class::isInstance)
                .map(verdict -> ((Verdict.Over) verdict).retryAfter())
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofMillis(1), Duration.ofSeconds(6)));
    }

    @Test
    void takesOneRoundTripEach() {
        var limit = limit(one, PATIENT);
        take(limit).join();
        view.forgetCalls();
        IntStream.range(0, 50).forEach(_ -> take(limit).join());
        assertThat(view.calls("evalsha")).isEqualTo(50);
        assertThat(view.calls("eval")).isZero();
        // Within the script, that is: none comes from outside.
        assertThat(view.calls("get")).isEqualTo(50);
    }

    @Test
    void leavesAKeyThatExpiresByItself() {
        take(limit(one, PATIENT)).join();
        assertThat(view.keys("*")).containsExactly("limit:messages:{alice}");
        assertThat(view.lifeMillis("limit:messages:{alice}")).isBetween(1L, 6_000L);
    }

    @Test
    void findsRoomAgainAsTimePasses() {
        var quick = new LimitSettings.Messages(600, 1, Duration.ofSeconds(10), Duration.ofSeconds(1), 100);
        var limit = limit(one, quick);
        assertThat(take(limit).join()).isEqualTo(Verdict.WITHIN);
        assertThat(take(limit).join()).isInstanceOf(Verdict.Over.class);
        await().atMost(Duration.ofSeconds(2)).until(() -> take(limit).join().equals(Verdict.WITHIN));
    }

    @Test
    void goesOnAfterRedisHasForgottenTheScript() {
        var limit = limit(one, PATIENT);
        take(limit).join();
        view.forgetScripts();
        assertThat(take(limit).join()).isEqualTo(Verdict.WITHIN);
        assertThat(counted("redis")).isEqualTo(2);
    }

    @Test
    void countsHereWhileRedisHangsAndAnswersInTime() throws Exception {
        var limit = limit(one, TEN);
        await().until(() -> take(limit).thenApply(_ -> counted("redis") > 0).join());
        redis.pause();
        var since = System.nanoTime();
        var verdicts = Stream.generate(() -> take(limit).join()).limit(30).toList();
        // One of them waits for Redis; the rest do not even ask.
        assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofMillis(500));
        assertThat(verdicts).filteredOn(Verdict.WITHIN::equals).hasSizeBetween(9, 10);
        redis.resume();
        var before = counted("redis");
        await().until(() -> take(limit).thenApply(_ -> counted("redis") > before).join());
    }

    @Test
    void countsHereAtOnceWhileRedisIsGone() throws Exception {
        var limit = limit(one, PATIENT);
        redis.kill();
        await().until(() -> !one.line().isUp());
        var verdicts = Stream.generate(() -> take(limit)).limit(20).toList();
        assertThat(verdicts).allMatch(CompletableFuture::isDone);
        assertThat(verdicts).map(CompletableFuture::join).filteredOn(Verdict.WITHIN::equals).hasSize(10);
        redis.restart();
        await().until(() -> one.line().isUp());
        assertThat(take(limit).join()).isEqualTo(Verdict.WITHIN);
    }

    private MessageLimit limit(OwnLine line, LimitSettings.Messages settings) {
        var rate = new Rate(settings.burst(), settings.perMinute(), Duration.ofMinutes(1));
        return new SharedMessageLimit(
                new SharedBuckets(line.line(), rate),
                new LocalBuckets<>(rate, settings.localUsers(), System::nanoTime),
                settings,
                new LimitMetrics(metrics),
                System::nanoTime);
    }

    private static CompletableFuture<Verdict> take(MessageLimit limit) {
        return limit.take(ALICE).toCompletableFuture();
    }

    private double counted(String by) {
        return metrics.find("parley.gateway.limits.messages").tag("by", by).counters().stream()
                .mapToDouble(each -> each.count())
                .sum();
    }
}
