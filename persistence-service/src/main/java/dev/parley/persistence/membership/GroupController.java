package dev.parley.persistence.membership;

import dev.parley.access.rest.Answer;
import dev.parley.access.rest.ChatException;
import dev.parley.access.rest.Fields;
import dev.parley.contracts.Command.AddParticipants;
import dev.parley.contracts.Command.RemoveParticipant;
import dev.parley.contracts.Command.RenameConversation;
import dev.parley.contracts.Command;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Title;
import dev.parley.contracts.UserId;
import dev.parley.persistence.change.ChangesThroughLog;
import dev.parley.persistence.history.ConversationReads;
import dev.parley.persistence.history.ConversationView;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Groups change: answered with the conversation as it is then, but for leaving, after which there is none to show. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class GroupController {

    record NewParticipants(@Nullable List<@Nullable String> participantIds) {}

    record NewTitle(@Nullable String title) {}

    private final ConversationReads conversations;
    private final ChangesThroughLog changes;
    private final GroupSize groupSize;

    GroupController(ConversationReads conversations, ChangesThroughLog changes, GroupSize groupSize) {
        this.conversations = conversations;
        this.changes = changes;
        this.groupSize = groupSize;
    }

    @PatchMapping
    Answer<ConversationView> rename(UserId caller, @PathVariable String id, @RequestBody NewTitle rename) {
        return change(caller, Fields.conversationId(id),
                new RenameConversation(Fields.parse("title", rename.title(), Title::new)));
    }

    @PostMapping("/participants")
    Answer<ConversationView> add(UserId caller, @PathVariable String id, @RequestBody NewParticipants add) {
        var participantIds = add.participantIds();
        if (participantIds == null || participantIds.isEmpty()) {
            throw ChatException.invalid("participantIds", "participantIds: none (expected: 1 or more)");
        }
        var userIds = Recipients.all("participantIds", participantIds);
        groupSize.requireRoomFor(caller, userIds);
        return change(caller, Fields.conversationId(id), new AddParticipants(userIds));
    }

    @DeleteMapping("/participants/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(UserId caller, @PathVariable String id, @PathVariable String userId) {
        changes.apply(
                caller, Fields.conversationId(id), new RemoveParticipant(Fields.userId("userId", userId)));
    }

    private Answer<ConversationView> change(UserId caller, ConversationId id, Command.Body body) {
        changes.apply(caller, id, body);
        return Answer.of(conversations.get(caller, id));
    }
}
