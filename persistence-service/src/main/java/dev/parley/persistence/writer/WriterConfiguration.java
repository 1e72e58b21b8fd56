package dev.parley.persistence.writer;

import dev.parley.persistence.store.ProgressStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WriterConfiguration {

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
