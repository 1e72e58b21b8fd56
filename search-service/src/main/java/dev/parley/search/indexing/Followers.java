package dev.parley.search.indexing;

import dev.parley.search.index.Generation;
import dev.parley.search.index.IndexCatalog;
import dev.parley.tracing.Tracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** What this instance fills: every generation that serves or is being built. */
@Component
class Followers {

    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    /** More than gathers in the time that the broker is given, so that it answers by the time and not by the bytes. */
    private static final int FETCH_MIN_BYTES = 1 << 20;

    private final ConsumerFactory<byte[], byte[]> consumers;
    private final IndexCatalog catalog;
    private final ServingIndex serving;
    private final StoppedPartitions stopped;
    private final Tools tools;
    private final IndexingSettings settings;
    private final Map<Integer, GenerationThreads> threads = new ConcurrentHashMap<>();
    private final Map<Integer, String> unreadable = new ConcurrentHashMap<>();

    /** What a follower works with; shared by all of them. */
    @Component
    record Tools(DeadLetters deadLetters, IndexingMeters meters, Tracing tracing) {}

    Followers(
            ConsumerFactory<byte[], byte[]> consumers,
            IndexCatalog catalog,
            ServingIndex serving,
            StoppedPartitions stopped,
            Tools tools,
            IndexingSettings settings) {
        this.consumers = consumers;
        this.catalog = catalog;
        this.serving = serving;
        this.stopped = stopped;
        this.tools = tools;
        this.settings = settings;
    }

    /** These and no others. */
    void follow(List<Generation> generations) {
        var wanted = generations.stream().collect(Collectors.toMap(Generation::number, Function.identity()));
        stop(threads.keySet().stream().filter(number -> !wanted.containsKey(number)).toList());
        unreadable.keySet().retainAll(wanted.keySet());
        wanted.forEach((number, generation) -> {
            if (!threads.containsKey(number) && !unreadable.containsKey(number)) {
                start(generation);
            }
        });
    }

    void stopAll() {
        stop(List.copyOf(threads.keySet()));
    }

    /** Why not every thread of every generation is a member of its group; empty if all are. */
    Optional<String> trouble() {
        return threads.entrySet().stream()
                .flatMap(each -> each.getValue().trouble().stream()
                        .map(reason -> "generation " + each.getKey() + ": " + reason))
                .findFirst();
    }

    /** Why this version can't fill a generation, by its number. */
    Map<Integer, String> unreadable() {
        return Map.copyOf(unreadable);
    }

    private void start(Generation generation) {
        var number = generation.number();
        try {
            var followed = new FollowedGeneration(generation, catalog, serving, stopped);
            var started = new GenerationThreads(number, () -> follower(followed), settings);
            threads.put(number, started);
            started.start();
            log.info("Following the log for generation {} ({}), by rules {}", number, generation.state(),
                    generation.textRules());
        } catch (IllegalArgumentException e) {
            unreadable.put(number, String.valueOf(e.getMessage()));
            log.error("Generation {} is not for this version: {}", number, e.getMessage());
        }
    }

    private void stop(List<Integer> numbers) {
        var ending = new ArrayList<GenerationThreads>();
        for (var number : numbers) {
            var each = threads.remove(number);
            if (each != null) {
                each.stop();
                ending.add(each);
                log.info("No longer following the log for generation {}", number);
            }
        }
        ending.forEach(GenerationThreads::awaitEnd);
    }

    private Follower follower(FollowedGeneration generation) {
        var consumer = consumers.createConsumer(settings.groupOf(generation.number()), null, null, properties());
        return new Follower(consumer, generation, tools, settings);
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(settings.batch()));
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, Integer.toString(FETCH_MIN_BYTES));
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Long.toString(settings.gather().toMillis()));
        properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, Long.toString(settings.fetchSize().toBytes()));
        return properties;
    }
}
