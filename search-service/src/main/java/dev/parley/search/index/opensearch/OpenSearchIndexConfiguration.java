package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexCatalog;
import java.time.Clock;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The index in OpenSearch, for those who ask for it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "parley.search.engine", havingValue = "opensearch")
@EnableConfigurationProperties(OpenSearchSettings.class)
class OpenSearchIndexConfiguration {

    @Bean
    OpenSearchTransport openSearchTransport(OpenSearchSettings settings) {
        return Client.connect(settings);
    }

    @Bean
    IndexCatalog indexCatalog(OpenSearchTransport transport, OpenSearchSettings settings, Clock clock) {
        return catalog(transport, settings, clock);
    }

    static IndexCatalog catalog(OpenSearchTransport transport, OpenSearchSettings settings, Clock clock) {
        var calls = new Calls(new OpenSearchAsyncClient(transport), settings.timeout());
        return new OpenSearchCatalog(
                calls,
                new Bulks(calls, settings.bulkSize()),
                new Indexes(calls, transport.jsonpMapper(), settings.shards(), settings.replicas()),
                settings.prefix(),
                clock);
    }
}
