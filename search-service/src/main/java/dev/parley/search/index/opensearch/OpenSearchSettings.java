package dev.parley.search.index.opensearch;

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
 * @param urls of one or more of its nodes
 * @param username null where it asks for none
 * @param prefix of the names of all indexes, so that a cluster can be shared
 * @param shards of each index of messages; can't be changed but by building another generation
 * @param replicas of each shard
 * @param connections at once, to each node
 * @param connectTimeout for a connection to a node
 * @param timeout of all calls but searches, which bring their own
 * @param bulkSize of messages in one request, about
 */
@ConfigurationProperties("parley.search.opensearch")
record OpenSearchSettings(
        @DefaultValue("http://127.0.0.1:9200") List<URI> urls,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("parley-search") String prefix,
        @DefaultValue("1") int shards,
        @DefaultValue("0") int replicas,
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
