package dev.parley.local;

import static dev.parley.local.Numbers.ACCEPTED;
import static dev.parley.local.Numbers.DECIDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.parley.load.crowd.Person;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;

/** {@code docs/metrics.md} is true: the tables, and the arithmetic between counters. */
@ExtendWith(SharedStack.class)
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Longer than the looks of all services are apart. */
    private static final Duration A_WHILE = Duration.ofMillis(2_500);
    private static final Map<String, String> ALL = Map.of();

    @Test
    void listsTheMetersOfAllServicesAndNoOthers(SharedStack.Running running) throws Exception {
        var page = MetricsPage.read();
        var numbers = Numbers.of(running.stack());
        assertThat(numbers.gateways().getFirst().meters()).isEqualTo(page.meters("Gateway"));
        assertThat(numbers.persistence().meters()).isEqualTo(page.meters("Persistence"));
        assertThat(numbers.search().meters()).isEqualTo(page.meters("Search"));
        for (var scrape : List.of(numbers.gateways().getFirst(), numbers.persistence(), numbers.search())) {
            assertThat(scrape.described()).containsAll(scrape.meters().keySet());
        }
    }

    @Test
    void addsUpToTheUnitOnceNothingWaits(SharedStack.Running running) throws Exception {
        var stack = running.stack();
        try (var crowd = running.crowd()) {
            var vera = crowd.join("vera", 0);
            var walt = crowd.join("walt", 1);
            crowd.awaitCaughtUp(PATIENCE);
            var before = atRest(stack);
            for (var n = 0; n < 40; n++) {
                vera.say(walt.user(), "to Walt " + n);
                walt.say(vera.user(), "to Vera " + n);
            }
            sayTwice(vera, walt);
            var group = vera.groups().create("Sums", List.of(walt.user())).join();
            var first = vera.say(group, "first");
            await().atMost(PATIENCE).until(() -> walt.shown().contains(first));
            vera.edit(group, first, "first of all");
            walt.edit(group, first, "not mine to change");
            vera.groups().rename(group, "Differences").join();
            poison(stack.kafkaServers());
            await().atMost(PATIENCE).until(() -> vera.hasAnswers() && walt.hasAnswers());
            var after = atRest(stack);

            for (var kind : List.of("send_message", "edit_message", "delete_message", "mark_delivered", "mark_read",
                    "create_conversation", "add_participants", "remove_participant", "rename_conversation")) {
                assertThat(grown(before, after, DECIDED, Map.of("kind", kind)))
                        .as("decided of kind %s", kind)
                        .isEqualTo(grown(before, after, ACCEPTED, Map.of("kind", kind)));
            }
            assertThat(grown(before, after, DECIDED, ALL)).isEqualTo(grown(before, after, ACCEPTED, ALL) + 1);
            assertThat(decided(before, after, "send_message", "stored")).isEqualTo(82);
            assertThat(decided(before, after, "send_message", "duplicate")).isOne();
            assertThat(decided(before, after, "edit_message", "stored")).isOne();
            assertThat(decided(before, after, "edit_message", "refused")).isOne();
            assertThat(decided(before, after, "create_conversation", "stored")).isOne();
            assertThat(decided(before, after, "unreadable", "dead_lettered")).isOne();
            assertThat(decided(before, after, "mark_delivered", "stored")).isPositive();
            assertThat(published(before, after, "chat.commands.dlt")).isOne();
            assertThat(published(before, after, "chat.events"))
                    .isEqualTo(grown(before, after, "parley_search_records_read_total", Map.of("index", "serving")))
                    .isEqualTo(grown(before, after, "parley_search_records_total", Map.of("index", "serving")))
                    .isGreaterThanOrEqualTo(85);
            timesEachStage(before, after);
        }
    }

    /** A message sent is a sample of each stage; its sender's device and its recipient's are one each of the last. */
    private static void timesEachStage(Numbers before, Numbers after) {
        var sent = grown(before, after, ACCEPTED, Map.of("kind", "send_message"));
        assertThat(timed(before, after, "received_to_logged")).isEqualTo(sent);
        assertThat(timed(before, after, "logged_to_committed")).isEqualTo(sent);
        assertThat(timed(before, after, "committed_to_pushed")).isBetween(1.0, sent * 10);
        assertThat(timed(before, after, "pushed_to_written")).isEqualTo(2 * (sent - 1));
        assertThat(timed(before, after, "received_to_written")).isEqualTo(2 * (sent - 1));
        assertThat(after.sum("parley_latency_seconds_bucket", Map.of("stage", "received_to_written", "le", "30.0")))
                .isPositive();
    }

    private static void sayTwice(Person one, Person other) {
        var id = new MessageId(UUID.randomUUID());
        one.say(new Target.Person(other.user()), id, "once");
        await().atMost(PATIENCE).until(() -> other.shown().contains(id) && one.hasAnswers());
        one.say(new Target.Person(other.user()), id, "once");
    }

    private static void poison(String kafkaServers) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafkaServers);
        try (var log = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            log.send(new ProducerRecord<>("chat.commands", 0, null, new byte[]{1, 2, 3})).get();
        }
    }

    /** All waiters are through with their waiting, and stay so. */
    private static Numbers atRest(LocalStack stack) throws Exception {
        await().atMost(PATIENCE).during(A_WHILE).until(() -> Numbers.of(stack).areAtRest());
        return Numbers.of(stack);
    }

    private static double decided(Numbers before, Numbers after, String kind, String outcome) {
        return grown(before, after, DECIDED, Map.of("kind", kind, "outcome", outcome));
    }

    private static double published(Numbers before, Numbers after, String topic) {
        return grown(before, after, "parley_records_published_total", Map.of("topic", topic));
    }

    private static double timed(Numbers before, Numbers after, String stage) {
        return grown(before, after, "parley_latency_seconds_count", Map.of("stage", stage));
    }

    private static double grown(Numbers before, Numbers after, String meter, Map<String, String> labels) {
        return after.sum(meter, labels) - before.sum(meter, labels);
    }
}
