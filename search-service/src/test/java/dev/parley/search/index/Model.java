package dev.parley.search.index;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.text.TextAnalyzer;
import dev.parley.search.text.TextQuery;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** An index that looks at everything it was ever told: slow, and plainly right. */
final class Model {

    static final Comparator<IndexedMessage> NEWEST = Comparator.comparing(IndexedMessage::sentAt)
            .thenComparing(IndexedMessage::conversationId)
            .thenComparing(IndexedMessage::seq)
            .reversed();

    private final TextAnalyzer analyzer;
    private final Map<Entity, Change> newest = new HashMap<>();

    Model(TextAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    void apply(Change change) {
        newest.merge(Entity.of(change), change, (before, after) -> after.seq() > before.seq() ? after : before);
    }

    /** All hits, the newest first. */
    List<IndexedMessage> search(UserId caller, TextQuery query, Search.Filter filter) {
        return newest.values().stream()
                .filter(Shown.class::isInstance)
                .map(change -> ((Shown) change).message())
                .filter(message -> isVisible(message, caller))
                .filter(passes(filter))
                .filter(message -> analyzer.matches(query, message.content()))
                .sorted(NEWEST)
                .toList();
    }

    long messages() {
        return newest.values().stream().filter(Shown.class::isInstance).count();
    }

    private boolean isVisible(IndexedMessage message, UserId caller) {
        return newest.get(new Membership(message.conversationId(), caller)) instanceof Joined joined
                && message.seq() > joined.joinedSeq();
    }

    private static Predicate<IndexedMessage> passes(Search.Filter filter) {
        return message -> (filter.conversationId() == null
                || filter.conversationId().equals(message.conversationId()))
                && (filter.senderId() == null || filter.senderId().equals(message.senderId()))
                && (filter.from() == null || !message.sentAt().isBefore(filter.from()))
                && (filter.to() == null || message.sentAt().isBefore(filter.to()));
    }

    /** What there is one newest change of. */
    private sealed interface Entity {

        static Entity of(Change change) {
            return switch (change) {
                case Shown shown -> new Message(shown.conversationId(), shown.message().messageId());
                case Deleted deleted -> new Message(deleted.conversationId(), deleted.messageId());
                case Joined joined -> new Membership(joined.conversationId(), joined.userId());
                case Left left -> new Membership(left.conversationId(), left.userId());
            };
        }
    }

    private record Message(ConversationId conversationId, MessageId messageId) implements Entity {}

    private record Membership(ConversationId conversationId, UserId userId) implements Entity {}
}
