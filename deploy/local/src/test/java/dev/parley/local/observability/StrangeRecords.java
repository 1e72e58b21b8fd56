package dev.parley.local.observability;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Records in the log that none of our services of this version has written. */
record StrangeRecords(String kafkaServers) {

    /** No kind of command or event that this version knows. */
    private static final int NEW_KIND = 99;
    private static final byte[] SOME_ID = new byte[16];
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Bytes that mean nothing. */
    void appendGarbage(String topic) throws Exception {
        append(new ProducerRecord<>(topic, 0, SOME_ID, new byte[]{1, 2, 3}));
    }

    /** What a gateway of a later version may write, with a time of its own. */
    void appendNewerCommand(Instant at) throws Exception {
        var command = new ByteArrayOutputStream();
        bytes(command, 1, SOME_ID);
        bytes(command, 2, "somebody".getBytes(StandardCharsets.UTF_8));
        bytes(command, 3, SOME_ID);
        number(command, 4, at.toEpochMilli());
        bytes(command, NEW_KIND, new byte[0]);
        append(new ProducerRecord<>("chat.commands", 1, at.toEpochMilli(), SOME_ID, command.toByteArray()));
    }

    /** What a writer of a later version may write. */
    void appendNewerEvent() throws Exception {
        var event = new ByteArrayOutputStream();
        bytes(event, 1, SOME_ID);
        number(event, 2, 1);
        number(event, 3, 1);
        bytes(event, NEW_KIND, new byte[0]);
        append(new ProducerRecord<>("chat.events", 1, SOME_ID, event.toByteArray()));
    }

    /** Commands that were accepted once, past all gateways a second time. */
    void repeatCommands(int count) throws Exception {
        for (var command : commands(count)) {
            append(new ProducerRecord<>(command.topic(), command.partition(), command.key(), command.value()));
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> commands(int count) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafkaServers);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var log = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = log.partitionsFor("chat.commands").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            log.assign(partitions);
            log.seekToBeginning(partitions);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (found.size() < count && System.nanoTime() < deadline) {
                log.poll(Duration.ofSeconds(1)).forEach(found::add);
            }
        }
        if (found.size() < count) {
            throw new IllegalStateException("commands in the log: " + found.size() + " (expected: " + count + ")");
        }
        return found.subList(0, count);
    }

    private void append(ProducerRecord<byte[], byte[]> record) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafkaServers);
        try (var log = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            log.send(record).get();
        }
    }

    /** A field of Protobuf's wire format that holds bytes. */
    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, (long) field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void number(ByteArrayOutputStream out, int field, long value) {
        varint(out, (long) field << 3);
        varint(out, value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        var left = value;
        for (; left > 0x7f; left >>>= 7) {
            out.write((int) (left & 0x7f | 0x80));
        }
        out.write((int) left);
    }
}
