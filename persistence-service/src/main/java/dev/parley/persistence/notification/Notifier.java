package dev.parley.persistence.notification;

import dev.parley.contracts.Topics;
import dev.parley.persistence.RequiresTopics;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The thread that watches events for this instance: it joins the group again when its membership ends. */
@Component
@ConditionalOnProperty(name = "parley.notifications.enabled", matchIfMissing = true)
class Notifier implements SmartLifecycle, RequiresTopics {

    private static final Logger log = LoggerFactory.getLogger(Notifier.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);
    /** More than gathers within the pace, so that the broker answers by the pace and not by each event. */
    private static final String FETCH_MIN_BYTES = "1048576";

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final Attention attention;
    private final NotificationMeters meters;
    private final NotificationSettings settings;
    private volatile boolean stopping;
    private volatile @Nullable EventWatch watch;
    private volatile @Nullable Thread thread;

    Notifier(
            ConsumerFactory<byte[], byte[]> consumers,
            Attention attention,
            NotificationMeters meters,
            NotificationSettings settings) {
        this.consumers = consumers;
        this.attention = attention;
        this.meters = meters;
        this.settings = settings;
    }

    @Override
    public List<String> topics() {
        return List.of(Topics.NOTIFICATIONS);
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("notifications").start(this::run);
    }

    @Override
    public void stop() {
        stopping = true;
        var current = watch;
        if (current != null) {
            current.wakeup();
        }
        var running = thread;
        try {
            if (running != null && !running.join(STOP_TIMEOUT)) {
                log.warn("Watching for notifications did not stop within {} s", STOP_TIMEOUT.toSeconds());
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!stopping) {
            try {
                watch();
            } catch (WakeupException | InterruptException e) {
                if (!stopping) {
                    log.warn("Woken without being stopped; joining again");
                }
            } catch (RuntimeException e) {
                log.error("Watching for notifications failed; joining again in {} ms",
                        settings.maxBackoff().toMillis(), e);
                pause();
            }
        }
    }

    private void watch() {
        var consumer = consumers.createConsumer(settings.group(), null, null, properties());
        try (var current = new EventWatch(consumer, attention, meters, settings)) {
            watch = current;
            current.join();
            while (!stopping) {
                current.step();
            }
        } finally {
            watch = null;
        }
    }

    private Properties properties() {
        var properties = new Properties();
        // Where nothing was committed, what is too old is not even read.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "by_duration:" + settings.maxAge());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(settings.batch()));
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, FETCH_MIN_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(settings.pace().toMillis()));
        return properties;
    }

    private void pause() {
        try {
            Thread.sleep(settings.maxBackoff());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
