package dev.parley.persistence.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.DeadLetterHeaders;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Notification;
import dev.parley.persistence.GatewayMailbox;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Beside a service that has the webhook switched off. */
class WebhookIT extends ServiceUnderTest {

    private static final String BOB = "bob";
    private static final String CAROL = "carol";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final ConversationId id = new ConversationId(UUID.randomUUID());
    private final PushService push = new PushService(id);
    private final WebhookMeters meters;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final ProducerFactory<byte[], byte[]> producers;
    private final Producer<byte[], byte[]> producer;
    private String group = "";
    private @Nullable WebhookSender sender;

    @Autowired
    WebhookIT(
            WebhookMeters meters,
            ConsumerFactory<byte[], byte[]> consumers,
            ProducerFactory<byte[], byte[]> producers) {
        this.meters = meters;
        this.consumers = consumers;
        this.producers = producers;
        this.producer = producers.createProducer();
    }

    @BeforeEach
    void begin() {
        start(Duration.ofSeconds(1));
    }

    @AfterEach
    void end() {
        push.close();
        stop();
    }

    @Test
    void postsToEachUserInOrderWithASignatureThatHolds() {
        for (var seq = 1; seq <= 20; seq++) {
            notifyOf(BOB, seq);
            notifyOf(CAROL, seq);
        }
        awaitPosted(CAROL, 20);
        var all = LongStream.rangeClosed(1, 20).boxed().toList();
        assertThat(push.told(BOB)).isEqualTo(all);
        assertThat(push.told(CAROL)).isEqualTo(all);
        assertThat(push.wrongSignatures()).isEmpty();
    }

    @Test
    void triesAgainUnderTheSameKeyWhatFailedOrHung() {
        push.answer(seq -> {
            if (push.count(BOB, seq) > 1) {
                return 200;
            }
            return switch (seq) {
                case 1 -> 500;
                case 2 -> PushService.HANGS;
                default -> PushService.HANGS_IN_THE_MIDDLE;
            };
        });
        for (var seq = 1; seq <= 3; seq++) {
            notifyOf(BOB, seq);
        }
        await().atMost(PATIENCE).until(() -> push.count(BOB, 3) == 2);
        assertThat(push.told(BOB)).containsExactly(1L, 1L, 2L, 2L, 3L, 3L);
        assertThat(push.keys(BOB)).hasSize(3);
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void putsAsideWhatIsRefusedAtOnceAndWhatFailsAtEveryAttempt() {
        push.answer(seq -> switch (seq) {
            case 1 -> 410;
            case 2 -> 503;
            default -> 200;
        });
        for (var seq = 1; seq <= 3; seq++) {
            notifyOf(BOB, seq);
        }
        awaitPosted(BOB, 3);
        assertThat(push.told(BOB)).containsExactly(1L, 2L, 2L, 2L, 3L);
        assertThat(deadLetters()).containsExactly("1: status 410", "2: 3 attempts, the last: status 503");
        assertThat(push.wrongSignatures()).isEmpty();
    }

    @Test
    void stepsOverWhatIsNoNotification() {
        producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS, partition(), null, new byte[]{1}));
        producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS, partition(), null, null));
        notifyOf(BOB, 1);
        awaitPosted(BOB, 1);
    }

    @Test
    void postsWhatCameWhileItWasOff() {
        var group = stop();
        notifyOf(BOB, 1);
        start(Duration.ofSeconds(1), group);
        awaitPosted(BOB, 1);
    }

    @Test
    void holdsUpNothingElseWhileThePushServiceHangs() {
        stop();
        start(Duration.ofMinutes(1));
        push.answer(_ -> PushService.HANGS);
        notifyOf(BOB, 1);
        awaitPosted(BOB, 1);
        var dave = Log.friendIn(partition(), alice);
        try (var log = new Log(); var mailbox = new GatewayMailbox(REDIS.url())) {
            mailbox.route(alice);
            log.append(Log.send(alice, dave, "hello"));
            await().atMost(PATIENCE).until(() -> !mailbox.deliveries().isEmpty());
            await().atMost(PATIENCE).until(() -> notifications().stream()
                    .anyMatch(found -> found.getSenderId().equals(alice.value())));
        }
        assertThat(push.told(BOB)).containsExactly(1L);
        var before = System.nanoTime();
        stop();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    private void start(Duration timeout) {
        start(timeout, "webhook-" + UUID.randomUUID());
        // It begins at the end of the topic: tries until it is there.
        await().atMost(PATIENCE).until(() -> {
            notifyOf(BOB, PushService.BEGINNING);
            return push.hasBegun();
        });
    }

    private void start(Duration timeout, String group) {
        var settings = new WebhookSettings(
                push.url(), PushService.SECRET, group, timeout, 3, Duration.ofMillis(20), Duration.ofMillis(50));
        this.group = group;
        sender = new WebhookSender(consumers, producers, new JsonMapper(), meters, settings, Clock.systemUTC());
        sender.start();
    }

    private String stop() {
        if (sender != null) {
            sender.stop();
        }
        return group;
    }

    private int partition() {
        return Topics.partition(id, PARTITIONS);
    }

    private void notifyOf(String userId, long seq) {
        var notification = Notification.newBuilder()
                .setConversationId(id.toBytes())
                .setUserId(userId)
                .setSeq(seq)
                .setMessageId(new MessageId(UUID.randomUUID()).toBytes())
                .setSenderId("alice")
                .build();
        producer.send(new ProducerRecord<>(Topics.NOTIFICATIONS, partition(), RecordKeys.notification(notification),
                notification.toByteArray()));
        producer.flush();
    }

    private void awaitPosted(String userId, long seq) {
        await().atMost(PATIENCE).until(() -> push.count(userId, seq) > 0);
    }

    private List<String> deadLetters() {
        var letters = new ArrayList<String>();
        for (var record : Log.read(Topics.deadLettersOf(Topics.NOTIFICATIONS))) {
            if (record.key() == null) {
                continue;
            }
            var reason = new String(
                    record.headers().lastHeader(DeadLetterHeaders.REASON).value(), StandardCharsets.UTF_8);
            var notification = parse(record.value());
            if (notification.getConversationId().equals(id.toBytes())) {
                letters.add(notification.getSeq() + ": " + reason);
            }
        }
        return letters;
    }

    private static List<Notification> notifications() {
        return Log.read(Topics.NOTIFICATIONS).stream()
                .filter(record -> record.key() != null)
                .map(record -> parse(record.value()))
                .toList();
    }

    private static Notification parse(byte[] value) {
        try {
            return Notification.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
