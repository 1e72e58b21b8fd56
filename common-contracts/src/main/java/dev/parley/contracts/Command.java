package dev.parley.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants changed, as it stands in {@code chat.commands}.
 *
 * @param id names the command; a send's is its message id
 * @param acceptedAt when the gateway took it, to the millisecond
 * @param sessionId the session that sent it; null for REST
 */
public record Command(
        CommandId id,
        UserId userId,
        ConversationId conversationId,
        Instant acceptedAt,
        @Nullable String sessionId,
        Body body) {

    /** One case for each kind of command. */
    public sealed interface Body {}

    /** @param recipientId set when the sender named a person rather than a conversation */
    public record SendMessage(
            MessageId messageId, Content content, @Nullable UserId recipientId, @Nullable MessageId replyTo)
            implements
                Body {}

    public record EditMessage(MessageId messageId, Content content) implements Body {}

    public record DeleteMessage(MessageId messageId) implements Body {}

    public record MarkDelivered(long seq) implements Body {}

    public record MarkRead(long seq) implements Body {}

    public record CreateDirect(UserId participantId) implements Body {}

    public record CreateGroup(Title title, List<UserId> participantIds) implements Body {

        public CreateGroup {
            participantIds = List.copyOf(participantIds);
        }
    }

    public record AddParticipants(List<UserId> userIds) implements Body {

        public AddParticipants {
            userIds = List.copyOf(userIds);
        }
    }

    public record RemoveParticipant(UserId userId) implements Body {}

    public record RenameConversation(Title title) implements Body {}
}
