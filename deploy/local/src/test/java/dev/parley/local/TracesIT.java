package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.Topics;
import dev.parley.load.crowd.Person;

/** One message, one trace: from the sender's frame through log, database and mailboxes to the recipients' sockets. */
@ExtendWith(SharedStack.class)
class TracesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Of twenty messages one is drawn. */
    private static final int MESSAGES = 200;

    @Test
    void followsAMessageFromTheFrameToTheSocketAndIntoTheIndex(SharedStack.Running running) throws Exception {
        try (var crowd = running.crowd()) {
            var alice = crowd.join("traced-alice", 0);
            var bob = crowd.join("traced-bob", 1);
            crowd.awaitCaughtUp(PATIENCE);
            // The first one makes the conversation as well.
            alice.say(bob.user(), "First of all");
            await().atMost(PATIENCE).until(() -> bob.shown().size() == 1);

            var send = sayUntilDrawn(alice, bob, running.spans());
            await().atMost(PATIENCE).until(() -> isWhole(trace(running, send)));

            var trace = trace(running, send);
            assertThat(send.parent()).isEmpty();
            var published = only(trace, "publish chat.commands");
            var stored = only(trace, "store");
            var fact = only(trace, "publish chat.events");
            assertIsBecauseOf(published, send);
            assertIsBecauseOf(stored, published);
            assertIsBecauseOf(fact, stored);
            assertIsBecauseOf(only(trace, "index"), fact);
            assertReachesBothGateways(trace, stored);
            assertThat(trace).extracting(SpanCollector.Seen::service).contains("parley-gateway", "parley-persistence",
                    "parley-search");
            assertBatchIsLinked(running, published, stored);
            assertThat(running.spans().all()).allSatisfy(
                    span -> assertThat(span.attributes().values()).noneMatch(value -> value.contains("Word")));

            assertOnlyDrawnMessagesCarryAHeader(running);
        }
    }

    private static SpanCollector.Seen sayUntilDrawn(Person alice, Person bob, SpanCollector spans) {
        var said = new HashMap<String, Integer>();
        for (var i = 0; i < MESSAGES; i++) {
            said.put(alice.say(bob.user(), "Word " + i).toString(), i);
        }
        return await().atMost(PATIENCE).until(() -> spans.all().stream().filter(span -> span.name().equals("send")
                && said.containsKey(span.attributes().getOrDefault("messageId", ""))).findFirst().orElse(null),
                span -> span != null);
    }

    private static List<SpanCollector.Seen> trace(SharedStack.Running running, SpanCollector.Seen send) {
        return running.spans().ofTrace(send.trace());
    }

    private static boolean isWhole(List<SpanCollector.Seen> trace) {
        var names = trace.stream().collect(Collectors.groupingBy(SpanCollector.Seen::name, Collectors.counting()));
        return names.getOrDefault("deliver", 0L) == 2 && names.keySet()
                .containsAll(Set.of("publish chat.commands", "store", "publish chat.events", "push", "index"));
    }

    private static SpanCollector.Seen only(List<SpanCollector.Seen> spans, String name) {
        var named = spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(named).as(name).hasSize(1);
        return named.getFirst();
    }

    private static void assertIsBecauseOf(SpanCollector.Seen effect, SpanCollector.Seen cause) {
        assertThat(effect.parent()).as(effect.name() + " is because of " + cause.name()).isEqualTo(cause.id());
        assertThat(effect.began()).isGreaterThanOrEqualTo(cause.began());
    }

    /** Alice's, for her other devices, and Bob's. */
    private static void assertReachesBothGateways(List<SpanCollector.Seen> trace, SpanCollector.Seen stored) {
        var pushes = trace.stream().filter(span -> span.name().equals("push")).toList();
        assertThat(pushes).hasSize(2).allSatisfy(push -> assertIsBecauseOf(push, stored))
                .extracting(push -> push.attributes().get("gatewayId")).doesNotHaveDuplicates();
        var delivered = trace.stream().filter(span -> span.name().equals("deliver")).toList();
        assertThat(delivered).extracting(SpanCollector.Seen::parent)
                .containsExactlyInAnyOrderElementsOf(pushes.stream().map(SpanCollector.Seen::id).toList());
    }

    private static void assertBatchIsLinked(SharedStack.Running running, SpanCollector.Seen published,
            SpanCollector.Seen stored) {
        assertThat(stored.links()).hasSize(1);
        await().atMost(PATIENCE).until(() -> running.spans().all().stream()
                .anyMatch(span -> span.id().equals(stored.links().getFirst())));
        var batch = running.spans().all().stream().filter(span -> span.id().equals(stored.links().getFirst()))
                .findFirst().orElseThrow();
        assertThat(batch.name()).isEqualTo("batch");
        assertThat(batch.trace()).isNotEqualTo(stored.trace());
        assertThat(batch.links()).contains(published.id());
        var parts = running.spans().ofTrace(batch.trace());
        for (var part : List.of("load", "write", "publish facts", "push to mailboxes")) {
            assertIsBecauseOf(only(parts, part), batch);
        }
    }

    private static void assertOnlyDrawnMessagesCarryAHeader(SharedStack.Running running) {
        var headers = headersOf(running.stack().kafkaServers());
        assertThat(headers).containsValue("");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(headers.values().stream()
                .filter(header -> !header.isEmpty())).isNotEmpty().isSubsetOf(drawn(running)));
    }

    private static Set<String> drawn(SharedStack.Running running) {
        return running.spans().all().stream().filter(span -> span.name().equals("publish chat.commands"))
                .map(span -> "00-" + span.trace() + "-" + span.id() + "-01").collect(Collectors.toSet());
    }

    /** Of the messages of this test, by message. */
    private static Map<String, String> headersOf(String servers) {
        var headers = new HashMap<String, String>();
        var properties = new Properties();
        properties.setProperty("bootstrap.servers", servers);
        try (var consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.COMMANDS).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (CommandCodec.decode(record.value()) instanceof CommandCodec.Decoded.Understood(var command)
                            && command.userId().value().equals("traced-alice")) {
                        var header = record.headers().lastHeader("traceparent");
                        headers.put(command.id().toString(),
                                header == null ? "" : new String(header.value(), StandardCharsets.US_ASCII));
                    }
                }
            }
        }
        return headers;
    }
}
