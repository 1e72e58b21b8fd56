package dev.parley.persistence.sync;

import dev.parley.persistence.history.ConversationView;
import dev.parley.persistence.history.MessageView;
import dev.parley.persistence.sync.Position.AfterConversation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** A page while it is filled. Once something did not fit, it is full: what comes after must not overtake it. */
final class Page {

    /** Left for the token and the names around the lists. */
    private static final int ENVELOPE_BYTES = 8192;
    private static final int UUID_BYTES = 39;

    private final JsonMapper json;
    private final int maxMessages;
    private final List<RawValue> conversations = new ArrayList<>();
    private final List<UUID> removed = new ArrayList<>();
    private final List<RawValue> rejected = new ArrayList<>();
    private long left;
    private @Nullable Position last;
    private boolean full;

    Page(JsonMapper json, SyncSettings settings) {
        this.json = json;
        this.maxMessages = settings.messages();
        this.left = Math.max(0, settings.pageSize().toBytes() - ENVELOPE_BYTES);
    }

    boolean isFull() {
        return full;
    }

    /** There is more than this page was asked to hold. */
    void close() {
        full = true;
    }

    /** As many as may fit by the size of their content alone, so that no more than that is read. */
    List<Choice> worthReading(List<Choice> choices) {
        var worth = new ArrayList<Choice>();
        var space = left;
        for (var choice : choices) {
            space -= choice.bytes();
            if (space < 0 && !(worth.isEmpty() && isEmpty())) {
                break;
            }
            worth.add(choice);
        }
        return worth;
    }

    void add(RefusalView refusal) {
        var fragment = Fragment.of(json, refusal);
        if (take(fragment.bytes(), refusal.position())) {
            rejected.add(fragment.json());
        }
    }

    void addRemoved(UUID conversationId) {
        if (take(UUID_BYTES, new AfterConversation(conversationId))) {
            removed.add(conversationId);
        }
    }

    /** @param newestFirst one more than a page shows, where there are more */
    void add(ConversationView conversation, List<MessageView> newestFirst) {
        var messages = newestFirst.stream().limit(maxMessages).toList();
        var whole = new SyncedConversation(conversation, messages, messages.size() < newestFirst.size());
        var fragment = Fragment.of(json, whole);
        if (fragment.bytes() > left && isEmpty()) {
            fragment = Fragment.of(json, cut(conversation, messages, fragment.bytes()));
        }
        if (take(fragment.bytes(), new AfterConversation(conversation.conversationId()))) {
            conversations.add(fragment.json());
        }
    }

    /** Where the next page goes on; empty if this one is the last of its round. */
    Optional<Position> next() {
        return full ? Optional.ofNullable(last) : Optional.empty();
    }

    SyncAnswer answer(String token, boolean reset) {
        return new SyncAnswer(conversations, removed, rejected, token, full, reset);
    }

    private boolean isEmpty() {
        return last == null;
    }

    /** The first on a page is always taken, or the client would never get past it. */
    private boolean take(int bytes, Position position) {
        if (full || bytes > left && !isEmpty()) {
            full = true;
            return false;
        }
        left -= bytes + 1L;
        last = position;
        return true;
    }

    private SyncedConversation cut(ConversationView conversation, List<MessageView> newestFirst, int wholeBytes) {
        var kept = new ArrayList<>(newestFirst);
        long bytes = wholeBytes;
        while (bytes > left && !kept.isEmpty()) {
            bytes -= Fragment.of(json, kept.removeLast()).bytes() + 1L;
        }
        return new SyncedConversation(conversation, kept, true);
    }
}
