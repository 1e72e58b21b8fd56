package dev.parley.search.index.opensearch;

import dev.parley.engines.testing.OpenSearch;
import dev.parley.search.index.IndexCatalog;
import dev.parley.search.index.IndexUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.springframework.util.unit.DataSize;

/** A node, and on it indexes under a prefix that nobody else has. */
final class OpenSearchUnderTest implements IndexUnderTest, AutoCloseable {

    final OpenSearchSettings settings;
    final OpenSearchTransport transport;

    OpenSearchUnderTest(OpenSearch openSearch) {
        this(openSearch.url(), Duration.ofSeconds(60));
    }

    OpenSearchUnderTest(String url, Duration timeout) {
        settings = new OpenSearchSettings(
                List.of(URI.create(url)), null, null, "test-" + UUID.randomUUID(), 1, 0, 8, Duration.ofSeconds(5),
                timeout, DataSize.ofMegabytes(1));
        transport = Client.connect(settings);
    }

    Calls calls() {
        return new Calls(new OpenSearchAsyncClient(transport), settings.timeout());
    }

    @Override
    public IndexCatalog emptied() {
        deleteAll();
        return another();
    }

    @Override
    public IndexCatalog another() {
        return OpenSearchIndexConfiguration.catalog(transport, settings, Clock.systemUTC());
    }

    private void deleteAll() {
        calls().make(client -> client.indices().delete(request -> request.index(settings.prefix() + "-*")));
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
