package dev.parley.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Notification;
import dev.parley.engines.testing.Engines;
import dev.parley.persistence.GatewayMailbox;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The delay of this service is two seconds. */
class NotificationIT extends ServiceUnderTest {

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final ConversationId id = ConversationId.direct(alice, bob);
    private final Log log = new Log();
    private final GatewayMailbox mailbox = new GatewayMailbox(REDIS.url());

    @Autowired
    private Attention attention;

    @Autowired
    private NotificationMeters meters;

    @Autowired
    private NotificationSettings settings;

    @AfterEach
    void close() {
        mailbox.close();
        log.close();
    }

    @Test
    void notifiesWhoIsNotConnectedAtOnceAndOnce() {
        mailbox.route(alice);
        var messageId = new MessageId(UUID.randomUUID());
        var sent = log.append(Log.send(alice, bob, "hello", messageId));
        awaitNotified(bob, 1);
        var record = records().stream().filter(found -> parse(found).getUserId().equals(bob.value())).toList();
        assertThat(record).singleElement().satisfies(found -> {
            var notification = parse(found);
            assertThat(notification.getConversationId()).isEqualTo(id.toBytes());
            assertThat(notification.getSeq()).isEqualTo(1);
            assertThat(notification.getMessageId()).isEqualTo(messageId.toBytes());
            assertThat(notification.getSenderId()).isEqualTo(alice.value());
            assertThat(found.key()).isEqualTo(RecordKeys.notification(notification));
            assertThat(found.partition()).isEqualTo(sent.partition());
            assertThat(found.timestamp() - sent.timestamp()).isLessThan(settings.delay().toMillis());
        });
        log.append(Log.send(alice, bob, "again"));
        awaitNotified(bob, 1, 2);
        assertThat(notified(alice)).isEmpty();
    }

    @Test
    void givesConnectedDevicesTimeAndNotifiesOfWhatTheyDidNotTake() {
        mailbox.route(bob);
        log.append(Log.send(alice, bob, "taken"));
        log.append(Log.command(bob, id, new Command.MarkDelivered(1)));
        var deleted = new MessageId(UUID.randomUUID());
        log.append(Log.send(alice, bob, "deleted", deleted));
        log.append(Log.command(alice, id, new Command.DeleteMessage(deleted)));
        var missed = log.append(Log.send(alice, bob, "missed"));
        awaitNotified(bob, 4);
        assertThat(records().stream().filter(found -> parse(found).getUserId().equals(bob.value())).toList())
                .singleElement()
                .satisfies(found -> assertThat(found.timestamp() - missed.timestamp())
                        .isGreaterThanOrEqualTo(settings.delay().toMillis()));
    }

    @Test
    void countsWhoIsOnADeadGatewayAsNotConnected() {
        mailbox.route(bob);
        mailbox.die();
        var sent = log.append(Log.send(alice, bob, "hello?"));
        awaitNotified(bob, 1);
        assertThat(records().stream().filter(found -> parse(found).getUserId().equals(bob.value())).toList())
                .allSatisfy(found -> assertThat(found.timestamp() - sent.timestamp())
                        .isLessThan(settings.delay().toMillis()));
    }

    @Test
    void tellsOfWhatStillWaitedBeforeWhatCameAfterTheyLeft() {
        mailbox.route(bob);
        log.append(Log.send(alice, bob, "while connected"));
        log.append(Log.send(bob, alice, "for alice, who is away"));
        awaitNotified(alice, 2);
        mailbox.die();
        log.append(Log.send(alice, bob, "after leaving"));
        awaitNotified(bob, 1, 3);
    }

    @Test
    void notifiesNobodyTwiceWhenEventsAreReadAgain() {
        log.append(Log.send(alice, bob, "hello"));
        awaitNotified(bob, 1);
        var before = notified(bob);
        var partition = new TopicPartition(Topics.EVENTS, Topics.partition(id, PARTITIONS));
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", Engines.kafka().bootstrapServers(), "group.id",
                        "again-" + UUID.randomUUID(), "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try (var again = new EventWatch(consumer, attention, meters, settings)) {
            again.join();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                again.step();
                return again.isDoneWithWhatItRead() && consumer.currentLag(partition).orElse(1) == 0;
            });
        }
        assertThat(notified(bob)).isEqualTo(before);
    }

    private void awaitNotified(UserId userId, long... seqs) {
        var expected = new ArrayList<Long>();
        for (var seq : seqs) {
            expected.add(seq);
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(notified(userId)).isEqualTo(expected));
    }

    private static List<Long> notified(UserId userId) {
        return records().stream()
                .map(NotificationIT::parse)
                .filter(notification -> notification.getUserId().equals(userId.value()))
                .map(Notification::getSeq)
                .toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> records() {
        // Those without a key are no notifications, but another test's.
        return Log.read(Topics.NOTIFICATIONS).stream().filter(record -> record.key() != null).toList();
    }

    private static Notification parse(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Notification.parseFrom(record.value());
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }
}
