package dev.parley.search.index.postgres;

import dev.parley.search.index.Batch;
import dev.parley.search.index.Change;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import dev.parley.search.index.Change.Shown;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest change of each entity in a batch, in the order of their keys: whoever writes locks rows in that order, so
 * that two writers wait for each other and never in a circle.
 */
final class Newest {

    private final SortedMap<String, MessageRow> messages = new TreeMap<>();
    private final SortedMap<String, MembershipRow> memberships = new TreeMap<>();

    static Newest of(Batch batch) {
        var newest = new Newest();
        batch.changes().forEach(newest::add);
        return newest;
    }

    Collection<MessageRow> messages() {
        return messages.values();
    }

    Collection<MembershipRow> memberships() {
        return memberships.values();
    }

    private void add(Change change) {
        var conversation = change.conversationId().value();
        switch (change) {
            case Shown shown -> add(new MessageRow(
                    conversation, shown.message().messageId().value(), shown.seq(), shown));
            case Deleted(_, var message, var seq) -> add(new MessageRow(conversation, message.value(), seq, null));
            case Joined(_, var user, var seq, var joined) ->
                add(new MembershipRow(user.value(), conversation, seq, joined));
            case Left(_, var user, var seq) -> add(new MembershipRow(user.value(), conversation, seq, null));
        }
    }

    private void add(MessageRow row) {
        messages.merge(row.conversationId + "/" + row.messageId, row, (a, b) -> b.seq > a.seq ? b : a);
    }

    private void add(MembershipRow row) {
        memberships.merge(row.conversationId + "/" + row.userId, row, (a, b) -> b.seq > a.seq ? b : a);
    }

    /** @param shown null once it is deleted */
    record MessageRow(
            UUID conversationId, UUID messageId, long seq, @Nullable Shown shown) {}

    /** @param joinedSeq null once they have left */
    record MembershipRow(
            String userId, UUID conversationId, long seq, @Nullable Long joinedSeq) {}
}
