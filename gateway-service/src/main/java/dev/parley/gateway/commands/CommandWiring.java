package dev.parley.gateway.commands;

import dev.parley.access.StartRefused;
import dev.parley.contracts.Topics;
import dev.parley.gateway.ratelimit.MessageLimit;
import dev.parley.start.LogSettings;
import dev.parley.tracing.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Kafka is checked and warmed up before anything that could need it is made, the socket's port included. */
@Configuration(proxyBeanMethods = false)
class CommandWiring {

    @Bean(destroyMethod = "close")
    KafkaCommandLog commandLog(
            ProducerFactory<?, ?> producers, KafkaAdmin kafka, LogSettings log, CommandSettings settings) {
        checkTopics(kafka, log, settings);
        var connected = producers.getConfigurationProperties();
        var producer = new KafkaProducer<byte[], byte[]>(ProducerSettings.of(connected, settings));
        try {
            producer.partitionsFor(Topics.COMMANDS);
        } catch (KafkaException e) {
            producer.close(settings.deadlines().close());
            throw new StartRefused("topic " + Topics.COMMANDS + ": no metadata for the producer", e);
        }
        return new KafkaCommandLog(producer, log.partitions(), settings.deadlines());
    }

    @Bean
    Commands commands(
            KafkaCommandLog log,
            MessageLimit limit,
            CommandSettings settings,
            Clock clock,
            MeterRegistry metrics,
            Tracing tracing) {
        return new Commands(new CountedCommandLog(log, metrics, clock), limit, settings, clock, tracing);
    }

    @Bean(destroyMethod = "close")
    LogReach logReach(KafkaAdmin kafka, CommandSettings settings, Clock clock) {
        return new LogReach(Admin.create(impatient(kafka)), settings.reach(), clock);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(LogReach reach) {
        return new KafkaHealth(reach);
    }

    private static void checkTopics(KafkaAdmin kafka, LogSettings log, CommandSettings settings) {
        try (var admin = Admin.create(impatient(kafka))) {
            new TopicCheck(admin, log.partitions(), settings.startTimeout()).run();
        }
    }

    private static Map<String, Object> impatient(KafkaAdmin kafka) {
        var properties = new HashMap<>(kafka.getConfigurationProperties());
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }
}
