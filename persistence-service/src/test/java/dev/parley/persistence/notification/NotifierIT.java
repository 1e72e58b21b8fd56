package dev.parley.persistence.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Topics;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Notification;
import dev.parley.persistence.GatewayMailbox;
import dev.parley.persistence.Log;
import dev.parley.persistence.ServiceUnderTest;
import dev.parley.persistence.delivery.ConnectedUsers;
import dev.parley.persistence.delivery.NoRedis;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;

/** Other notifiers in the place of the service's own. */
class NotifierIT extends ServiceUnderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DELAY = Duration.ofSeconds(2);
    private static final int WAITING = 4;
    private static final int BATCH = 2;

    private final UserId alice = new UserId("alice-" + UUID.randomUUID());
    private final UserId bob = new UserId("bob-" + UUID.randomUUID());
    private final ConversationId id = ConversationId.direct(alice, bob);
    private final TopicPartition partition = new TopicPartition(Topics.EVENTS, Topics.partition(id, PARTITIONS));
    private final NotificationSettings settings = new NotificationSettings(
            true, "notifier-" + UUID.randomUUID(), DELAY, Duration.ofHours(1), WAITING, BATCH, Duration.ofMillis(50),
            Duration.ofSeconds(5), Duration.ofSeconds(1));

    @Autowired
    private Notifier notifier;

    @Autowired
    private Absences absences;

    @Autowired
    private Announcer announcer;

    @Autowired
    private NotificationMeters meters;

    @Autowired
    private ConnectedUsers connectedUsers;

    @Autowired
    private ConsumerFactory<byte[], byte[]> consumers;

    @BeforeEach
    void stopTheServicesOwn() {
        notifier.stop();
        beginAtTheEnd();
    }

    @AfterEach
    void startTheServicesOwn() {
        notifier.start();
    }

    @Test
    void notifiesAllWhenTheirTimeIsOverWhileRedisIsAway() throws Exception {
        try (var redis = new NoRedis(); var log = new Log()) {
            var attention = attention(redis.connectedUsers, InstantSource.system());
            var blind = new Notifier(consumers, attention, meters, settings);
            blind.start();
            try {
                log.append(Log.send(alice, bob, "hello"));
                await().atMost(PATIENCE).until(() -> !notified().isEmpty());
            } finally {
                blind.stop();
            }
        }
        var stored = Log.read(Topics.EVENTS).stream()
                .filter(event -> event.partition() == partition.partition()).toList().getLast();
        assertThat(notified()).singleElement().satisfies(
                record -> assertThat(record.timestamp() - stored.timestamp())
                        .isGreaterThanOrEqualTo(DELAY.toMillis()));
    }

    @Test
    void readsNoFurtherWhileEnoughWaits() throws Exception {
        var time = new AtomicReference<>(Instant.now());
        var messages = 10;
        try (var log = new Log(); var mailbox = new GatewayMailbox(REDIS.url())) {
            mailbox.route(bob);
            IntStream.rangeClosed(1, messages).forEach(n -> log.append(Log.send(alice, bob, "message " + n)));
            await().atMost(PATIENCE).until(() -> Log.events(id).size() == messages + 1);
            var consumer = consumer();
            try (var watch = new EventWatch(consumer, attention(connectedUsers, time::get), meters, settings)) {
                watch.join();
                await().atMost(PATIENCE).until(() -> {
                    watch.step();
                    return !consumer.paused().isEmpty();
                });
                var position = consumer.position(partition);
                for (var step = 0; step < 10; step++) {
                    watch.step();
                }
                assertThat(consumer.position(partition)).isEqualTo(position);
                assertThat(consumer.currentLag(partition).orElse(0)).isGreaterThanOrEqualTo(messages - WAITING - BATCH);
                assertThat(notified()).isEmpty();

                time.set(Instant.now().plus(DELAY).plusSeconds(1));
                await().atMost(PATIENCE).until(() -> {
                    watch.step();
                    return watch.isDoneWithWhatItRead() && consumer.currentLag(partition).orElse(1) == 0;
                });
            }
        }
        assertThat(seqs()).isEqualTo(LongStream.rangeClosed(1, messages).boxed().toList());
    }

    private Attention attention(ConnectedUsers connected, InstantSource clock) {
        return new Attention(absences, connected, announcer, meters, settings, clock);
    }

    private Consumer<byte[], byte[]> consumer() {
        var properties = new Properties();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(BATCH));
        return consumers.createConsumer(settings.group(), null, null, properties);
    }

    /** What other tests left does not concern it. */
    private void beginAtTheEnd() {
        try (var consumer = consumer()) {
            var partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(each -> new TopicPartition(Topics.EVENTS, each))
                    .toList();
            consumer.assign(partitions);
            var ends = new HashMap<TopicPartition, OffsetAndMetadata>();
            consumer.endOffsets(partitions).forEach((each, end) -> ends.put(each, new OffsetAndMetadata(end)));
            consumer.commitSync(ends);
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> notified() throws Exception {
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var record : Log.read(Topics.NOTIFICATIONS)) {
            if (record.value() != null && record.key() != null
                    && Notification.parseFrom(record.value()).getUserId().equals(bob.value())) {
                found.add(record);
            }
        }
        return found;
    }

    private List<Long> seqs() throws Exception {
        var seqs = new ArrayList<Long>();
        for (var record : notified()) {
            seqs.add(Notification.parseFrom(record.value()).getSeq());
        }
        return seqs;
    }
}
