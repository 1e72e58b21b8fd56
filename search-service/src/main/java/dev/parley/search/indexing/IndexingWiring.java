package dev.parley.search.indexing;

import dev.parley.contracts.Topics;
import dev.parley.start.LogCheck;
import dev.parley.start.LogSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
class IndexingWiring {

    private static final List<String> TOPICS = List.of(Topics.EVENTS, Topics.deadLettersOf(Topics.EVENTS));

    @Bean
    LogCheck logCheck(KafkaAdmin kafka, LogSettings log, IndexingSettings settings) {
        return new LogCheck(kafka.getConfigurationProperties(), log, TOPICS, settings.startTimeout());
    }
}
