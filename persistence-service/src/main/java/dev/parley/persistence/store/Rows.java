package dev.parley.persistence.store;

import dev.parley.contracts.Content;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.Title;
import dev.parley.contracts.UserId;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Member;
import dev.parley.persistence.conversation.Member.Mark;
import dev.parley.persistence.conversation.Members;
import dev.parley.persistence.conversation.Messages;
import dev.parley.persistence.conversation.Profile;
import dev.parley.persistence.conversation.StoredMessage;
import dev.parley.persistence.conversation.StoredMessage.Birth;
import dev.parley.persistence.conversation.StoredMessage.Text;
import dev.parley.persistence.store.Changes.OfConversation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows into conversations, and the columns that a message's state spreads over. */
final class Rows {

    private final Map<ConversationId, Conversation> conversations = new HashMap<>();

    Map<ConversationId, Conversation> conversations() {
        return conversations;
    }

    void conversation(ResultSet row) throws SQLException {
        var id = conversationId(row);
        conversations.put(
                id,
                new Conversation(
                        id,
                        profile(row),
                        row.getLong("head_seq"),
                        requiredTime(row, "active_at"),
                        Members.none(),
                        Messages.none()));
    }

    void member(ResultSet row) throws SQLException {
        var member = new Member(
                new UserId(row.getString("user_id")),
                Codes.role(row.getInt("role")),
                row.getLong("joined_seq"),
                new Mark(row.getLong("delivered_seq"), Columns.time(row, "delivered_at")),
                new Mark(row.getLong("read_seq"), Columns.time(row, "read_at")));
        conversations.computeIfPresent(conversationId(row), (_, conversation) -> conversation.with(member));
    }

    void sender(ResultSet row) throws SQLException {
        var seq = row.getLong("seq");
        var senderId = new UserId(row.getString("sender_id"));
        conversations.computeIfPresent(
                conversationId(row), (_, conversation) -> conversation.withSender(seq, senderId));
    }

    void message(ResultSet row) throws SQLException {
        var message = storedMessage(row);
        conversations.computeIfPresent(conversationId(row), (_, conversation) -> conversation.with(message));
    }

    static StoredMessage storedMessage(ResultSet row) throws SQLException {
        var replyTo = row.getObject("reply_to", UUID.class);
        return new StoredMessage(
                new MessageId(row.getObject("message_id", UUID.class)),
                row.getLong("seq"),
                new UserId(row.getString("sender_id")),
                new Birth(row.getBytes("fingerprint"), requiredTime(row, "sent_at")),
                text(row),
                replyTo == null ? null : new MessageId(replyTo));
    }

    static @Nullable String content(OfConversation row) {
        var content = row.message().text().content();
        return content == null ? null : content.text();
    }

    static @Nullable String title(Conversation conversation) {
        return conversation.profile() instanceof Profile.Group group ? group.title().text() : null;
    }

    static @Nullable UUID value(@Nullable MessageId messageId) {
        return messageId == null ? null : messageId.value();
    }

    static @Nullable Instant editedAt(StoredMessage message) {
        return message.text() instanceof Text.Edited edited ? edited.at() : null;
    }

    static @Nullable Instant deletedAt(StoredMessage message) {
        return message.text() instanceof Text.Deleted deleted ? deleted.at() : null;
    }

    private static Text text(ResultSet row) throws SQLException {
        var changedSeq = row.getLong("changed_seq");
        var deletedAt = Columns.time(row, "deleted_at");
        if (deletedAt != null) {
            return new Text.Deleted(changedSeq, deletedAt);
        }
        var content = new Content(row.getString("content"));
        var editedAt = Columns.time(row, "edited_at");
        return editedAt == null
                ? new Text.Original(content, changedSeq)
                : new Text.Edited(content, changedSeq, editedAt);
    }

    private static Profile profile(ResultSet row) throws SQLException {
        var createdAt = requiredTime(row, "created_at");
        return row.getInt("kind") == Codes.GROUP
                ? new Profile.Group(createdAt, new Title(row.getString("title")))
                : new Profile.Direct(createdAt);
    }

    private static ConversationId conversationId(ResultSet row) throws SQLException {
        return new ConversationId(row.getObject("conversation_id", UUID.class));
    }

    private static Instant requiredTime(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(Columns.time(row, column), column);
    }
}
