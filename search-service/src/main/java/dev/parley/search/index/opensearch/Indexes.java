package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexUnavailable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.opensearch.client.json.JsonpMapper;
import org.opensearch.client.opensearch.generic.Bodies;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import tools.jackson.databind.json.JsonMapper;

/** Makes indexes and deletes them. */
final class Indexes {

    private static final int OK = 200;
    private static final String THERE_ALREADY = "resource_already_exists_exception";

    private final Calls calls;
    private final JsonpMapper mapper;
    private final int shards;
    private final int replicas;

    Indexes(Calls calls, JsonpMapper mapper, int shards, int replicas) {
        this.calls = calls;
        this.mapper = mapper;
        this.shards = shards;
        this.replicas = replicas;
    }

    /** Does nothing for those that are there. */
    void create(IndexNames names) {
        create(names.messages(), "messages.json", Map.of(
                "number_of_shards", shards,
                // The newest are asked for most: a shard that keeps this order is done after the first few that fit.
                "sort.field", List.of("sentAt", "conversationId", "seq"),
                "sort.order", List.of("desc", "desc", "desc"),
                "similarity.density.type", "scripted",
                "similarity.density.script.source", Definitions.text("density.painless")));
        create(names.state(), "state.json", Map.of("number_of_shards", shards));
    }

    void createCatalog(String alias) {
        create(alias, "catalog.json", Map.of("number_of_shards", 1));
    }

    private void create(String alias, String mappings, Map<String, Object> settings) {
        var body = Map.of(
                "aliases", Map.of(alias, Map.of()),
                // Writers refresh by themselves, in their order; no refresh waits until small segments are merged.
                "settings", Map.of("index", settings, "number_of_replicas", replicas, "refresh_interval", "-1",
                        "merge_on_flush.enabled", false),
                "mappings", new JsonMapper().readTree(Definitions.text(mappings)));
        try (var response = calls.make(client -> new OpenSearchGenericClient(client._transport()).executeAsync(
                Requests.builder()
                        .method("PUT")
                        .endpoint("/" + IndexNames.indexOf(alias))
                        .json(body, mapper)
                        .build()))) {
            requireCreated(alias, response);
        } catch (IOException e) {
            throw new IndexUnavailable("OpenSearch: answer not readable", e);
        }
    }

    private void requireCreated(String alias, Response response) {
        var answer = response.getBody().map(body -> Bodies.json(body, Map.class, mapper)).orElse(Map.of());
        var isThere = answer.get("error") instanceof Map<?, ?> error && THERE_ALREADY.equals(error.get("type"));
        if (response.getStatus() != OK && !isThere) {
            var reason = alias + ": not created, status " + response.getStatus() + ", " + answer;
            throw new IndexUnavailable("OpenSearch: " + reason, new IOException(reason));
        }
    }

    /** Does nothing for those that are gone. */
    void delete(IndexNames names) {
        calls.make(client -> client.indices().delete(request -> request
                .index(IndexNames.indexOf(names.messages()), IndexNames.indexOf(names.state()))
                .ignoreUnavailable(true)));
    }
}
