package dev.parley.search.index.opensearch;

import dev.parley.access.settings.Range;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where OpenSearch is, and how it is used.
 *
 * @param urls Where one or more nodes of OpenSearch are: {@code http} or {@code https}, and a host.
 * @param username The user of OpenSearch; unset where it asks for none.
 * @param password The password of that user.
 * @param prefix How the names of all indexes begin, so that a cluster can be shared: a small letter, then small
 *     letters, digits and dashes, 100 in all.
 * @param shards How many shards each index of messages has; it takes hold with the next rebuild.
 * @param replicas How many replicas each shard has; in production one or more.
 * @param connections How many connections there may be to each node.
 * @param connectTimeout How long a connection to a node may take.
 * @param timeout How long a call may take, but for searches, which bring their own time.
 * @param bulkSize How much of messages goes into one request, about.
 */
@ConfigurationProperties("parley.search.opensearch")
record OpenSearchSettings(
        @DefaultValue("http://127.0.0.1:9200") List<URI> urls,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("parley-search") String prefix,
        @DefaultValue("1") int shards,
        @Range(from = 0) @DefaultValue("0") int replicas,
        @DefaultValue("32") int connections,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("8MB") DataSize bulkSize) {

    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    OpenSearchSettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("parley.search.opensearch.urls: none (expected: one or more)");
        }
        for (var url : urls) {
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw new IllegalArgumentException("parley.search.opensearch.urls: scheme " + url.getScheme()
                        + ", host " + url.getHost() + " (expected: http or https, and a host)");
            }
        }
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "parley.search.opensearch.prefix: " + prefix + " (expected: " + PREFIX + ")");
        }
        requireAtLeast("shards", shards, 1);
        requireAtLeast("replicas", replicas, 0);
        requireAtLeast("connections", connections, 1);
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    "parley.search.opensearch." + name + ": " + value + " (expected: " + least + " or more)");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "OpenSearchSettings[" + urls.stream().map(URI::getHost).toList() + ", prefix=" + prefix + "]";
    }
}
