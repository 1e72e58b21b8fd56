package dev.parley.gateway.testing;

import dev.parley.contracts.Command;
import dev.parley.contracts.CommandCodec;
import dev.parley.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What comes into {@code chat.commands} from now on. */
public final class LogTail implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Entry> seen = new ArrayList<>();

    /** A command, where it stands, and the names of its headers. */
    public record Entry(Command command, int partition, long offset, byte[] key, List<String> headers) {}

    public LogTail(String servers, int partitions) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "auto.offset.reset", "latest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var all = IntStream.range(0, partitions)
                .mapToObj(each -> new TopicPartition(Topics.COMMANDS, each))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
    }

    /** Waits until {@code count} of them have come since the start. */
    public List<Entry> await(int count, Predicate<Command> wanted) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var found = seen(wanted);
            if (found.size() >= count) {
                return found;
            }
            poll(Duration.ofMillis(100));
        }
        throw new AssertionError("commands: " + seen(wanted).size() + " (expected: " + count + ")");
    }

    /** What is there by now. */
    public List<Entry> now(Predicate<Command> wanted) {
        poll(Duration.ofMillis(300));
        return seen(wanted);
    }

    private List<Entry> seen(Predicate<Command> wanted) {
        return seen.stream().filter(entry -> wanted.test(entry.command())).toList();
    }

    private void poll(Duration time) {
        consumer.poll(time).forEach(each -> seen.add(entry(each)));
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> each) {
        if (CommandCodec.decode(each.value()) instanceof CommandCodec.Decoded.Understood understood) {
            return new Entry(understood.command(), each.partition(), each.offset(), each.key(), headers(each));
        }
        throw new AssertionError("a record that is no command");
    }

    private static List<String> headers(ConsumerRecord<byte[], byte[]> each) {
        return Arrays.stream(each.headers().toArray()).map(Header::key).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
