package dev.parley.persistence.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.persistence.history.ParticipantView.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in the shape that one of its members gets.
 *
 * @param seq the newest change
 * @param visibleFrom earlier changes are none of the caller's, and never missing
 * @param unread others' undeleted messages above the caller's read mark, counted up to 999
 * @param unreadCapped true where there are more than that
 * @param role the caller's own; null in a direct conversation
 * @param members all of them; of a group only their number is shown, since there may be hundreds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
        UUID conversationId,
        Kind kind,
        @Nullable String title,
        long seq,
        long visibleFrom,
        int unread,
        @Nullable Boolean unreadCapped,
        long readSeq,
        long deliveredSeq,
        @Nullable Role role,
        @JsonIgnore List<ParticipantView> members,
        @Nullable MessageView lastMessage,
        String createdAt) {

    public enum Kind {
        direct,
        group;

        static Kind of(ResultSet row) throws SQLException {
            return row.getInt("kind") == 2 ? group : direct;
        }
    }

    @JsonProperty("participants")
    @Nullable
    List<ParticipantView> participants() {
        return kind == Kind.direct ? members : null;
    }

    @JsonProperty("participantCount")
    @Nullable
    Integer participantCount() {
        return kind == Kind.group ? members.size() : null;
    }

    ConversationView with(List<ParticipantView> newMembers) {
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
                role,
                newMembers,
                lastMessage == null ? null : lastMessage.seenBy(newMembers),
                createdAt);
    }
}
