package dev.parley.persistence.writer;

import dev.parley.contracts.Topics;
import dev.parley.persistence.RequiresTopics;
import dev.parley.persistence.store.ProgressStore;
import dev.parley.start.LogCheck;
import dev.parley.start.LogSettings;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class WriterConfiguration {

    private static final List<String> TOPICS = List.of(Topics.COMMANDS, Topics.EVENTS, Topics.RECEIPTS,
            Topics.deadLettersOf(Topics.COMMANDS));

    @Bean
    LogCheck logCheck(KafkaAdmin kafka, LogSettings log, WriterSettings settings, List<RequiresTopics> parts) {
        var topics = Stream.concat(TOPICS.stream(), parts.stream().flatMap(part -> part.topics().stream()))
                .distinct()
                .toList();
        return new LogCheck(kafka.getConfigurationProperties(), log, topics, settings.startTimeout());
    }

    @Bean
    Writer.Tools writerTools(
            BatchTransaction transaction,
            Publisher publisher,
            DeadLetters deadLetters,
            ProgressStore progress,
            PartitionWatch watch,
            WriterMeters meters) {
        return new Writer.Tools(transaction, publisher, deadLetters, progress, watch, meters);
    }
}
