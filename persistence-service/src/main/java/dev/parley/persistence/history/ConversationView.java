package dev.parley.persistence.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the shape that one of its members gets.
 *
 * @param seq the newest change
 * @param unread others' undeleted messages above the caller's read mark, counted up to 999
 * @param unreadCapped true where there are more than that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
        UUID conversationId,
        String kind,
        @Nullable String title,
        long seq,
        long visibleFrom,
        int unread,
        @Nullable Boolean unreadCapped,
        long readSeq,
        long deliveredSeq,
        List<ParticipantView> participants,
        @Nullable MessageView lastMessage,
        String createdAt) {

    ConversationView with(List<ParticipantView> members) {
        return new ConversationView(
                conversationId,
                kind,
                title,
                seq,
                visibleFrom,
                unread,
                unreadCapped,
                readSeq,
                deliveredSeq,
                members,
                lastMessage == null ? null : lastMessage.seenBy(members),
                createdAt);
    }
}
