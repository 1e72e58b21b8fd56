package dev.parley.persistence.webhook;

import dev.parley.contracts.Topics;
import dev.parley.persistence.RequiresTopics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The thread that posts: a push service that is slow or away holds up nothing but this. */
@Component
class WebhookSender implements SmartLifecycle, RequiresTopics {

    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final ProducerFactory<byte[], byte[]> producers;
    private final JsonMapper json;
    private final WebhookMeters meters;
    private final WebhookSettings settings;
    private final InstantSource clock;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    WebhookSender(
            ConsumerFactory<byte[], byte[]> consumers,
            ProducerFactory<byte[], byte[]> producers,
            JsonMapper json,
            WebhookMeters meters,
            WebhookSettings settings,
            InstantSource clock) {
        this.consumers = consumers;
        this.producers = producers;
        this.json = json;
        this.meters = meters;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<String> topics() {
        return isAutoStartup()
                ? List.of(Topics.NOTIFICATIONS, Topics.deadLettersOf(Topics.NOTIFICATIONS))
                : List.of();
    }

    @Override
    public boolean isAutoStartup() {
        return settings.url() != null;
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().name("webhook").start(this::run);
    }

    @Override
    public void stop() {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.interrupt();
            try {
                if (!running.join(STOP_TIMEOUT)) {
                    log.warn("The webhook did not stop within {} s", STOP_TIMEOUT.toSeconds());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (var poster = new Poster(json, settings, clock)) {
            while (!stopping) {
                takePart(poster);
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takePart(Poster poster) throws InterruptedException {
        try (var consumer = consumers.createConsumer(settings.group(), null, null, properties())) {
            var deadLetters = new DeadNotifications(producers.createProducer(), settings.timeout());
            var webhook = new Webhook(consumer, deadLetters, poster, meters, settings);
            webhook.join();
            post(webhook);
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("The webhook joins again in {} ms: {}", settings.maxBackoff().toMillis(), e.toString());
            Thread.sleep(settings.maxBackoff());
        }
    }

    private void post(Webhook webhook) {
        try {
            while (!stopping) {
                webhook.step();
            }
        } catch (InterruptedException | InterruptException e) {
            log.debug("Stopped in the middle: {}", e.toString());
            // Only stop() interrupts, and the thread ends next: without the flag the consumer can leave its group.
            Thread.interrupted();
        }
    }

    private Properties properties() {
        var properties = new Properties();
        // Where what was committed is no longer kept, nothing that still is may be skipped.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // One at a time: nobody else gets a partition while its notification is still tried.
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1");
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG,
                Long.toString(settings.longest().plusMinutes(1).toMillis()));
        return properties;
    }
}
