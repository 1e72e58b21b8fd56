package dev.parley.persistence.membership;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.ChatException;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.Command.CreateDirect;
import dev.parley.contracts.Command.CreateGroup;
import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Title;
import dev.parley.contracts.UserId;
import dev.parley.persistence.change.ChangesThroughLog;
import dev.parley.persistence.history.ConversationReads;
import dev.parley.persistence.history.ConversationView;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Conversations come to be: a direct one by its two users, a group by its creator and their key. */
@RestController
class CreationController {

    /** What is printable, as in user ids. */
    private static final Pattern KEY = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]{1,128}");

    /** With a {@code participantId} a direct one, else a group. */
    record NewConversation(
            @Nullable String participantId,
            @Nullable String title,
            @Nullable List<@Nullable String> participantIds) {

        boolean isGroup() {
            return title != null || participantIds != null;
        }
    }

    private final ConversationReads conversations;
    private final ChangesThroughLog changes;
    private final GroupSize groupSize;

    CreationController(ConversationReads conversations, ChangesThroughLog changes, GroupSize groupSize) {
        this.conversations = conversations;
        this.changes = changes;
        this.groupSize = groupSize;
    }

    @PostMapping("/api/v1/conversations")
    ResponseEntity<Answer<ConversationView>> getOrCreate(
            UserId caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewConversation conversation) {
        return conversation.isGroup()
                ? createGroup(caller, key, conversation)
                : createDirect(caller, Recipients.one("participantId", conversation.participantId()));
    }

    private ResponseEntity<Answer<ConversationView>> createDirect(UserId caller, UserId other) {
        if (other.equals(caller)) {
            throw new ChatException(
                    ErrorCode.CHAT_RECIPIENT_INVALID, "participantId: oneself (expected: another user)");
        }
        return create(caller, ConversationId.direct(caller, other), new CreateDirect(other));
    }

    private ResponseEntity<Answer<ConversationView>> createGroup(
            UserId caller, @Nullable String key, NewConversation group) {
        if (group.participantId() != null) {
            throw ChatException.invalid(
                    "participantId", "participantId: given with a group (expected: participantIds)");
        }
        if (key == null || !KEY.matcher(key).matches()) {
            throw ChatException.invalid(
                    "Idempotency-Key",
                    "Idempotency-Key: missing or unfit (expected: a header of 1 to 128 printable characters)");
        }
        var title = Fields.parse("title", group.title(), Title::new);
        var others = Recipients.all("participantIds", group.participantIds() == null
                ? List.of()
                : group.participantIds());
        groupSize.requireRoomFor(caller, others);
        return create(caller, ConversationId.group(caller, key), new CreateGroup(title, others));
    }

    private ResponseEntity<Answer<ConversationView>> create(UserId caller, ConversationId id, Command.Body body) {
        var existed = conversations.includes(caller, id);
        changes.apply(caller, id, body);
        return ResponseEntity.status(existed ? HttpStatus.OK : HttpStatus.CREATED)
                .body(Answer.of(conversations.get(caller, id)));
    }
}
