package dev.parley.local.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import dev.parley.load.wire.UserId;
import dev.parley.local.LocalStack;

/**
 * Each alert fires under a real Prometheus when its fault happens to a real stack. Times of rules are shorter than in
 * production, see {@link HastyRules}; thresholds are the same. The order matters: what can't be mended comes last.
 */
@EnabledIfSystemProperty(named = "parley.guarantees", matches = "long")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AlertsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    /**
     * Not induced: the first needs a JVM about to run out of memory, whose other parts then fail in any way; the second
     * 40,000 messages that nobody takes within the notifications' delay. Both are tested by promtool only.
     */
    private static final Set<String> NOT_INDUCED = Set.of("HeapNearlyFull", "NotificationsPilingUp");
    /** Has series only where something happened that is not a part of being well. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("ALERTS", "jvm_gc_pause_seconds_sum");

    private final Set<String> seen = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    private LocalStack stack;
    @SuppressWarnings("NullAway.Init")
    private PrometheusServer prometheus;
    @SuppressWarnings("NullAway.Init")
    private Bustle bustle;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeThat(Tool.PROMETHEUS.isThere())
                .as("prometheus is not on the PATH: install it (Debian, Ubuntu: apt install prometheus)").isTrue();
        stack = LocalStack.start(folder.resolve("stack"), true, settings());
        prometheus = PrometheusServer.start(folder.resolve("prometheus"), HastyRules.write(folder.resolve("rules")),
                Map.of("gateway", List.of(target(stack.gateway(1).getPort()), target(stack.gateway(2).getPort())),
                        "persistence", List.of(target(stack.rest().getPort())),
                        "search", List.of(target(stack.search().getPort()))));
    }

    @AfterAll
    @SuppressWarnings("ConstantValue")
    void stop() throws Exception {
        if (bustle != null) {
            bustle.close();
        }
        if (prometheus != null) {
            prometheus.close();
        }
        if (stack != null) {
            stack.close();
        }
    }

    /** Limits are counted, but nobody is over one; engines are given up soon; nobody listens at the webhook. */
    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        List.of("messages.per-minute", "messages.burst", "frames-per-second", "sessions-per-user",
                "handshakes.per-minute").forEach(limit -> settings.put("parley.limits." + limit, "1000000"));
        settings.put("parley.commands.deadlines.ack", "3s");
        settings.put("parley.mailbox.refresh", "500ms");
        settings.put("parley.webhook.url", "http://127.0.0.1:9/");
        settings.put("parley.webhook.secret", UUID.randomUUID() + "-" + UUID.randomUUID());
        settings.put("parley.webhook.attempts", "2");
        settings.put("parley.webhook.first-backoff", "100ms");
        return settings;
    }

    private static String target(int port) {
        return "127.0.0.1:" + (port + 10_000);
    }

    /** A counter that comes with its first unit has not grown, as {@code increase()} sees it. */
    @Test
    @Order(1)
    void hasTheCountersOfAllAlertsBeforeAnythingHappens() {
        var counters = Alert.all().stream()
                .filter(alert -> alert.query().text().contains("increase("))
                .flatMap(alert -> alert.query().selectors().stream())
                .toList();
        await().atMost(PATIENCE).pollInterval(A_SECOND).untilAsserted(() -> assertThat(counters)
                .isNotEmpty().allSatisfy(counter -> assertThat(prometheus.ask(counter.toString())).isNotEmpty()));
    }

    @Test
    @Order(2)
    void answersEachQueryOfEachDashboard() throws Exception {
        bustle = Bustle.start(stack);
        await().atMost(PATIENCE).pollInterval(A_SECOND)
                .untilAsserted(() -> assertThat(unanswered()).as("queries without an answer").isEmpty());
    }

    private List<String> unanswered() throws Exception {
        var unanswered = new ArrayList<String>();
        for (var board : Dashboard.all()) {
            for (var query : board.queries()) {
                var answer = prometheus.ask(query.text().replace("$__rate_interval", "10s").replace("$instance", ".*"));
                if (answer.isEmpty() && query.selectors().stream().map(Query.Selector::name)
                        .noneMatch(MAY_BE_EMPTY::contains)) {
                    unanswered.add(board.file() + ": " + query.text());
                }
            }
        }
        return unanswered;
    }

    @Test
    @Order(3)
    void tellsThatCommandsAreInTheLogThatNobodyHasAccepted() throws Exception {
        strange().repeatCommands(400);
        bustle.pause(true);
        awaitFiring("CommandsUnaccounted");
        bustle.pause(false);
    }

    @Test
    @Order(4)
    void tellsThatAServiceIsGone() throws Exception {
        stack.kill("persistence");
        awaitFiring("ServiceDown", "InstanceDown", "SyncFailing");
        stack.start("persistence");
        awaitSilent("ServiceDown", "InstanceDown", "SyncFailing");
    }

    @Test
    @Order(5)
    void tellsThatRedisIsGone() throws Exception {
        stack.kill("redis");
        awaitFiring("RedisAway");
        stack.start("redis");
        awaitSilent("RedisAway");
    }

    @Test
    @Order(6)
    void tellsThatRedisForgetsAgainAndAgain() throws Exception {
        for (var times = 0; times < 5; times++) {
            RedisLine.flush(stack.redisUrl());
            await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
        }
        awaitFiring("GatewayLostItsPlace");
    }

    @Test
    @Order(7)
    void tellsThatKafkaIsGone() throws Exception {
        stack.kill("kafka");
        awaitFiring("CommandsFailing");
        stack.start("kafka");
        awaitSilent("CommandsFailing");
    }

    @Test
    @Order(8)
    void tellsThatPostgresIsGone() throws Exception {
        stack.kill("postgres");
        awaitFiring("WriterBehind", "WriterRetrying", "SearchFailing");
        stack.start("postgres");
        awaitFiring("DeliverySlow");
        awaitSilent("WriterBehind", "WriterRetrying", "SearchFailing", "DeliverySlow");
    }

    @Test
    @Order(9)
    void tellsThatTheIndexIsOutOfReach() throws Exception {
        try (var _ = TableLock.onIndex(stack.database())) {
            awaitFiring("SearchStale");
        }
        awaitFiring("SearchNotFresh");
        awaitSilent("SearchStale", "SearchNotFresh");
    }

    @Test
    @Order(10)
    void tellsThatConnectionsAreShort() throws Exception {
        try (var readers = Bustle.start(stack); var _ = TableLock.onMessages(stack.database())) {
            readers.readAlso(40);
            awaitFiring("DatabaseConnectionsShort");
        }
        awaitSilent("DatabaseConnectionsShort", "WriterBehind");
    }

    @Test
    @Order(11)
    void tellsThatClientsDoNotReadOn() throws Exception {
        var slow = new UserId("slow-reader");
        try (var _ = SlowDevices.connect(20, stack.gateway(1), stack.token(slow.value()))) {
            var manyBytes = "\uD83D\uDE00".repeat(5_000);
            for (var count = 0; count < 800; count++) {
                bustle.anybody().say(slow, manyBytes);
            }
            awaitFiring("ClientsTooSlow");
        }
    }

    @Test
    @Order(12)
    void tellsThatThePushServiceTakesNothing() throws Exception {
        bustle.anybody().say(new UserId("not-there"), "Are you there?");
        awaitFiring("WebhookFailing");
    }

    @Test
    @Order(13)
    void tellsThatRecordsCanNotBeRead() throws Exception {
        strange().appendGarbage("chat.commands");
        strange().appendGarbage("chat.events");
        awaitFiring("CommandsDeadLettered", "EventsDeadLettered");
    }

    @Test
    @Order(14)
    void tellsThatPartitionsWaitForANewerVersion() throws Exception {
        strange().appendNewerCommand(Instant.now().minus(Duration.ofDays(8)));
        strange().appendNewerEvent();
        awaitFiring("WriterPartitionStopped", "SearchPartitionStopped", "LogAboutToExpire");
    }

    @Test
    @Order(15)
    void hasSeenAllAlertsFireButThoseThatCanNotBeInduced() {
        assertThat(Alert.all().stream().map(Alert::name).filter(Predicate.not(seen::contains)))
                .containsExactlyInAnyOrderElementsOf(NOT_INDUCED);
    }

    private StrangeRecords strange() {
        return new StrangeRecords(stack.kafkaServers());
    }

    private void awaitFiring(String... alerts) {
        var missing = new TreeSet<>(Set.of(alerts));
        await().atMost(PATIENCE).pollInterval(A_SECOND).untilAsserted(() -> {
            var firing = prometheus.firing();
            seen.addAll(firing);
            missing.removeAll(firing);
            assertThat(missing).as("not seen to fire").isEmpty();
        });
    }

    private void awaitSilent(String... alerts) {
        await().atMost(PATIENCE).pollInterval(A_SECOND)
                .untilAsserted(() -> assertThat(prometheus.firing()).doesNotContain(alerts));
    }
}
