package dev.parley.load.client;

import dev.parley.load.wire.Conversation;
import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.ReplyReader;
import dev.parley.load.wire.RequestWriter;
import dev.parley.load.wire.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What a user can do with groups over REST. Answers come when the change has been decided. */
public final class Groups {

    private final Rest rest;
    private final UserId user;

    public Groups(Rest rest, UserId user) {
        this.rest = rest;
        this.user = user;
    }

    /** The same key again is the same group. */
    public CompletableFuture<Conversation> create(String title, Collection<UserId> others, UUID key) {
        var body = RequestWriter.group(title, others);
        return rest.exchange(user, "/conversations",
                request -> request.header("Idempotency-Key", key.toString())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)),
                ReplyReader::conversation);
    }

    public CompletableFuture<Void> add(ConversationId group, Collection<UserId> others) {
        var body = RequestWriter.participants(others);
        return rest.exchange(user, "/conversations/" + group + "/participants",
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)),
                reply -> group).thenAccept(done -> {});
    }

    /** Removes someone, or, with one's own id, leaves. */
    public CompletableFuture<Void> remove(ConversationId group, UserId member) {
        return rest.exchange(user,
                "/conversations/" + group + "/participants/" + Rest.encode(member.value()).replace("+", "%20"),
                request -> request.DELETE(), reply -> group).thenAccept(done -> {});
    }

    public CompletableFuture<Void> rename(ConversationId group, String title) {
        var body = RequestWriter.title(title);
        return rest.exchange(user, "/conversations/" + group,
                request -> request.header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofByteArray(body)),
                reply -> group).thenAccept(done -> {});
    }
}
