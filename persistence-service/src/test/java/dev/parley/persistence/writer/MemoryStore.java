package dev.parley.persistence.writer;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Delivery;
import dev.parley.persistence.conversation.Conversation;
import dev.parley.persistence.conversation.Member;
import dev.parley.persistence.conversation.Members;
import dev.parley.persistence.conversation.Messages;
import dev.parley.persistence.store.Changes;
import dev.parley.persistence.store.Wanted;
import dev.parley.persistence.store.Wanted.WantedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                loaded.put(id, view(whole, wanted));
            }
        }
        return loaded;
    }

    private static Conversation view(Conversation whole, Wanted wanted) {
        var view = new Conversation(
                whole.id(), whole.profile(), whole.headSeq(), whole.activeAt(), whole.members(), Messages.none());
        for (var message : whole.messages().byId().values()) {
            if (wanted.messages().contains(new WantedMessage(whole.id(), message.messageId()))) {
                view = view.with(message);
            }
        }
        for (var mark : wanted.marks()) {
            if (mark.conversationId().equals(whole.id()) && whole.isGroup()) {
                var range = whole.passing(mark.userId(), mark.kind(), mark.seq());
                for (var sender : whole.messages().senders().entrySet()) {
                    if (sender.getKey() > range.after() && sender.getKey() <= range.through()) {
                        view = view.withSender(sender.getKey(), sender.getValue());
                    }
                }
            }
        }
        return view;
    }

    void commit(Changes changes, List<Delivery> deliveries, int nextCommand) {
        for (var changed : changes.conversations()) {
            var now = changed.conversation();
            var before = conversations.get(now.id());
            conversations.put(
                    now.id(),
                    new Conversation(
                            now.id(),
                            now.profile(),
                            now.headSeq(),
                            now.activeAt(),
                            before == null ? Members.none() : before.members(),
                            before == null ? Messages.none() : before.messages()));
        }
        for (var changed : changes.members()) {
            conversations.computeIfPresent(changed.conversationId(), (_, conversation) -> changed.left() == null
                    ? conversation.with(changed.member())
                    : without(conversation, changed.member()));
        }
        for (var born : changes.born()) {
            conversations.computeIfPresent(born.conversationId(), (_, conversation) -> {
                if (conversation.messages().byId().containsKey(born.message().messageId())) {
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

    /** Who has left has a row and is not loaded. */
    private static Conversation without(Conversation whole, Member member) {
        var members = whole.members();
        return new Conversation(
                whole.id(),
                whole.profile(),
                whole.headSeq(),
                whole.activeAt(),
                new Members(
                        members.present().minus(member.userId()),
                        members.ids().minus(member.userId()),
                        members.departed()),
                whole.messages());
    }
}
