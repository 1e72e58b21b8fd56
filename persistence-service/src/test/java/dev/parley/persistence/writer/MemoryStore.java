package dev.parley.persistence.writer;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.store.Changes;
import dev.parley.persistence.store.Wanted;
import dev.parley.persistence.store.Wanted.WantedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pcollections.HashTreePMap;

/** What the tables hold, with the same rules: a row is born once, and only what was asked for is loaded. */
final class MemoryStore {

    final Map<ConversationId, Conversation> conversations = new HashMap<>();
    final List<Delivery> outbox = new ArrayList<>();
    int nextCommand;

    Map<ConversationId, Conversation> load(Wanted wanted) {
        var loaded = new HashMap<ConversationId, Conversation>();
        for (var id : wanted.conversations()) {
            var whole = conversations.get(id);
            if (whole != null) {
                var view = new Conversation(
                        id, whole.createdAt(), whole.headSeq(), whole.activeAt(), whole.members(),
                        HashTreePMap.empty());
                for (var message : whole.messages().values()) {
                    if (wanted.messages().contains(new WantedMessage(id, message.messageId()))) {
                        view = view.with(message);
                    }
                }
                loaded.put(id, view);
            }
        }
        return loaded;
    }

    void commit(Changes changes, List<Delivery> deliveries, int nextCommand) {
        for (var changed : changes.conversations()) {
            var now = changed.conversation();
            var before = conversations.get(now.id());
            conversations.put(
                    now.id(),
                    new Conversation(
                            now.id(),
                            now.createdAt(),
                            now.headSeq(),
                            now.activeAt(),
                            before == null ? HashTreePMap.empty() : before.members(),
                            before == null ? HashTreePMap.empty() : before.messages()));
        }
        changes.members().forEach(changed -> conversations.computeIfPresent(
                changed.conversationId(), (_, conversation) -> conversation.with(changed.member())));
        for (var born : changes.born()) {
            conversations.computeIfPresent(born.conversationId(), (_, conversation) -> {
                if (conversation.messages().containsKey(born.message().messageId())) {
                    throw new IllegalStateException("born twice: " + born.message().messageId());
                }
                return conversation.with(born.message());
            });
        }
        changes.altered().forEach(altered -> conversations.computeIfPresent(
                altered.conversationId(), (_, conversation) -> conversation.with(altered.message())));
        outbox.clear();
        outbox.addAll(deliveries);
        this.nextCommand = nextCommand;
    }
}
