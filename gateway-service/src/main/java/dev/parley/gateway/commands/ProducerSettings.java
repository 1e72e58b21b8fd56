package dev.parley.gateway.commands;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What makes the producer keep the gateway's promises, on top of where the operator says that Kafka is. */
final class ProducerSettings {

    private ProducerSettings() {}

    static Map<String, Object> of(Map<String, Object> connection, CommandSettings settings) {
        var deadlines = settings.deadlines();
        var producer = settings.producer();
        var all = new HashMap<>(connection);
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.LINGER_MS_CONFIG, millis(producer.linger().toMillis()));
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, (int) producer.batch().toBytes());
        all.put(ProducerConfig.BUFFER_MEMORY_CONFIG, producer.memory().toBytes());
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, deadlines.maxBlock().toMillis());
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis(deadlines.delivery().toMillis()));
        // Two tries fit into the deadline, so that a broker that died is given up in time to find the next leader.
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis(deadlines.delivery().toMillis() / 2));
        // By default a topic that is idle for five minutes is forgotten, and the next send would have to wait for it.
        all.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Long.MAX_VALUE);
        return all;
    }

    private static int millis(long value) {
        return Math.toIntExact(value);
    }
}
