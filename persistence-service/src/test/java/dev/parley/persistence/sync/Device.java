package dev.parley.persistence.sync;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client that keeps what syncs tell it, and nothing else. */
final class Device {

    /** Answers with the data of a page. */
    interface Server {

        JsonNode sync(@Nullable String token, int limit);
    }

    /** A conversation as this device holds it: messages by {@code seq}. */
    record Held(JsonNode conversation, Map<Long, JsonNode> messages) {}

    final Map<String, Held> conversations = new TreeMap<>();
    final Set<String> rejected = new HashSet<>();
    /** Of the newest page, and what was on it. */
    List<String> told = List.of();
    private final Server server;
    private @Nullable String token;

    Device(Server server) {
        this.server = server;
    }

    /** All pages there are. */
    void sync(int limit) {
        while (page(limit).at("/more").asBoolean()) {
            // Each page is applied as it comes.
        }
    }

    JsonNode page(int limit) {
        var page = server.sync(token, limit);
        if (page.at("/reset").asBoolean()) {
            conversations.clear();
        }
        told = new ArrayList<>();
        page.at("/conversations").forEach(this::apply);
        page.at("/removed").forEach(id -> {
            told.add("removed " + id.asString());
            conversations.remove(id.asString());
        });
        page.at("/rejected").forEach(refusal -> {
            told.add("rejected " + refusal.at("/commandId").asString());
            rejected.add(refusal.at("/commandId").asString());
        });
        token = page.at("/token").asString();
        return page;
    }

    @Nullable
    String token() {
        return token;
    }

    private void apply(JsonNode conversation) {
        var id = conversation.at("/conversationId").asString();
        var known = conversations.get(id);
        var messages = new TreeMap<Long, JsonNode>(known == null ? Map.of() : known.messages());
        conversation.at("/messages").forEach(message -> {
            told.add("message " + message.at("/seq").asLong() + ": " + message.at("/content").asString(""));
            messages.put(message.at("/seq").asLong(), message);
        });
        messages.headMap(conversation.at("/visibleFrom").asLong()).clear();
        conversations.put(id, new Held(conversation, messages));
        told.add("conversation " + id);
    }
}
