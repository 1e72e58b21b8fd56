package dev.parley.persistence.history;

import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.UserId;
import dev.parley.persistence.access.ChatException;
import dev.parley.persistence.change.ChangesThroughLog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Conversations over REST. */
@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {

    record NewConversation(@Nullable String participantId) {}

    record NewMark(@Nullable Long seq) {}

    private final ConversationReads conversations;
    private final MessageReads messages;
    private final ChangesThroughLog changes;
    private final HistorySettings settings;

    ConversationController(
            ConversationReads conversations,
            MessageReads messages,
            ChangesThroughLog changes,
            HistorySettings settings) {
        this.conversations = conversations;
        this.messages = messages;
        this.changes = changes;
        this.settings = settings;
    }

    @GetMapping
    Answer<List<ConversationView>> list(
            UserId caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = conversations.list(caller, ConversationCursor.parse(cursor), limit(limit));
        var next = page.next();
        return Answer.of(page.conversations(), next == null ? Map.of() : Map.of("nextCursor", next.toString()));
    }

    @PostMapping
    Answer<ConversationView> getOrCreate(UserId caller, @RequestBody NewConversation conversation) {
        var other = userId(conversation.participantId());
        if (other.equals(caller)) {
            throw new ChatException(
                    ErrorCode.CHAT_RECIPIENT_INVALID, "participantId: oneself (expected: another user)");
        }
        var id = ConversationId.direct(caller, other);
        changes.apply(caller, id, new CreateDirect(other));
        return Answer.of(conversations.get(caller, id));
    }

    @GetMapping("/{id}")
    Answer<ConversationView> get(UserId caller, @PathVariable String id) {
        return Answer.of(conversations.get(caller, conversationId(id)));
    }

    @GetMapping("/{id}/messages")
    Answer<List<MessageView>> history(
            UserId caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (before != null && after != null) {
            throw ChatException.invalid("before, after: both given (expected: one of them, or none)");
        }
        var history = after != null
                ? messages.after(caller, conversationId(id), after, limit(limit))
                : messages.before(
                        caller, conversationId(id), before == null ? Long.MAX_VALUE : before, limit(limit));
        var meta = new LinkedHashMap<String, Object>();
        meta.put("hasMoreBefore", history.hasMoreBefore());
        meta.put("hasMoreAfter", history.hasMoreAfter());
        return Answer.of(history.messages(), meta);
    }

    @GetMapping("/{id}/changes")
    Answer<List<ChangeView>> changes(
            UserId caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var page = messages.changes(caller, conversationId(id), after, limit(limit));
        return Answer.of(page.changes(), Map.of("through", page.through(), "more", page.more()));
    }

    @PostMapping("/{id}/read")
    Answer<ConversationView> read(UserId caller, @PathVariable String id, @RequestBody NewMark mark) {
        var conversationId = conversationId(id);
        var seq = mark.seq();
        if (seq == null) {
            throw ChatException.invalid("seq: missing (expected: the number of a change)");
        }
        changes.apply(caller, conversationId, new MarkRead(seq));
        return Answer.of(conversations.get(caller, conversationId));
    }

    private int limit(@Nullable Integer limit) {
        if (limit == null) {
            return settings.page();
        }
        if (limit < 1 || limit > settings.maxPage()) {
            throw ChatException.invalid("limit: " + limit + " (expected: 1 to " + settings.maxPage() + ")");
        }
        return limit;
    }

    private static ConversationId conversationId(String text) {
        try {
            return ConversationId.parse(text);
        } catch (IllegalArgumentException e) {
            throw ChatException.invalid(String.valueOf(e.getMessage()));
        }
    }

    private static UserId userId(@Nullable String text) {
        if (text == null) {
            throw ChatException.invalid("participantId: missing (expected: a user id)");
        }
        try {
            return new UserId(text);
        } catch (IllegalArgumentException e) {
            throw new ChatException(ErrorCode.CHAT_RECIPIENT_INVALID, String.valueOf(e.getMessage()));
        }
    }
}
