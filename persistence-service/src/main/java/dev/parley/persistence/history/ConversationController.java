package dev.parley.persistence.history;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.ChatException;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.Command.MarkRead;
import dev.parley.contracts.UserId;
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

    @GetMapping("/{id}")
    Answer<ConversationView> get(UserId caller, @PathVariable String id) {
        return Answer.of(conversations.get(caller, Fields.conversationId(id)));
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
                ? messages.after(caller, Fields.conversationId(id), after, limit(limit))
                : messages.before(
                        caller, Fields.conversationId(id), before == null ? Long.MAX_VALUE : before, limit(limit));
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
        var page = messages.changes(caller, Fields.conversationId(id), after, limit(limit));
        return Answer.of(page.changes(), Map.of("through", page.through(), "more", page.more()));
    }

    @PostMapping("/{id}/read")
    Answer<ConversationView> read(UserId caller, @PathVariable String id, @RequestBody NewMark mark) {
        var conversationId = Fields.conversationId(id);
        long seq = Fields.required("seq", mark.seq());
        changes.apply(caller, conversationId, new MarkRead(seq));
        return Answer.of(conversations.get(caller, conversationId));
    }

    private int limit(@Nullable Integer limit) {
        return Fields.limit(limit, settings.page(), settings.maxPage());
    }
}
