package dev.parley.persistence.store;

import dev.parley.contracts.ConversationId;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.SeqRange;
import dev.parley.persistence.store.Wanted.WantedMark;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who sent the messages that marks in groups pass. Whether a mark is in a group is not known before the conversations
 * are loaded, so this is a round trip of its own, of batches that have such marks and of no others.
 */
final class PassedSenders {

    private static final String SENDERS = """
        SELECT passed.conversation_id, m.seq, m.sender_id
        FROM unnest(?::uuid[], ?::int8[], ?::int8[]) AS passed (conversation_id, after, through)
             JOIN messages m ON m.conversation_id = passed.conversation_id
                            AND m.seq > passed.after AND m.seq <= passed.through
        """;

    private record Passed(ConversationId conversationId, SeqRange range) {}

    private PassedSenders() {}

    static void load(Connection connection, Collection<WantedMark> marks, Rows loading) throws SQLException {
        var passed = passed(marks, loading.conversations());
        if (passed.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(SENDERS)) {
            new Columns(connection, statement)
                    .add("uuid", passed, row -> row.conversationId().value())
                    .add("int8", passed, row -> row.range().after())
                    .add("int8", passed, row -> row.range().through());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    loading.sender(rows);
                }
            }
        }
    }

    private static List<Passed> passed(
            Collection<WantedMark> marks, Map<ConversationId, Conversation> conversations) {
        var ranges = new HashMap<ConversationId, List<SeqRange>>();
        for (var mark : marks) {
            var conversation = conversations.get(mark.conversationId());
            if (conversation != null && conversation.isGroup()) {
                var range = conversation.passing(mark.userId(), mark.kind(), mark.seq());
                if (!range.isEmpty()) {
                    ranges.computeIfAbsent(mark.conversationId(), _ -> new ArrayList<>()).add(range);
                }
            }
        }
        var passed = new ArrayList<Passed>();
        ranges.forEach((id, ofOne) -> SeqRange.merged(ofOne).forEach(range -> passed.add(new Passed(id, range))));
        return passed;
    }
}
