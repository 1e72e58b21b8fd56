package dev.parley.load.check;

import dev.parley.load.wire.ConversationId;
import dev.parley.load.wire.Member;
import dev.parley.load.wire.MessageId;
import dev.parley.load.wire.Target;
import dev.parley.load.wire.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A history as the rules look at it: what became of each send, what is kept where, who belongs where. */
final class Evidence {

    private final History history;
    private final Map<MessageId, Fate> fates = new LinkedHashMap<>();
    private final Map<ConversationId, Map<MessageId, Kept>> kept = new HashMap<>();
    private final Map<ConversationId, Set<UserId>> members = new HashMap<>();

    private final Membership membership;
    private final Wishes wishes;
    private final Alterations alterations;

    Evidence(History history) {
        this.history = history;
        this.membership = new Membership(history);
        this.wishes = new Wishes(history);
        this.alterations = new Alterations(history);
        history.devices().forEach(this::gatherSends);
        history.devices().forEach(this::gatherAnswers);
        history.stored().forEach(this::gatherStored);
        fates.values().forEach(this::gatherMembers);
    }

    private void gatherSends(DeviceLog device) {
        for (var entry : device.entries()) {
            if (entry.event() instanceof Event.Sent sent) {
                fates.putIfAbsent(sent.message(), new Fate(sent, device.user(), entry.at()));
            }
        }
    }

    private void gatherAnswers(DeviceLog device) {
        for (var entry : device.entries()) {
            switch (entry.event()) {
                case Event.Acked(var message, var conversation) ->
                    fate(message).ifPresent(fate -> fate.acked(conversation, entry.at()));
                case Event.Refused(var message, var code) -> fate(message).ifPresent(fate -> fate.refused(code));
                case Event.Received(_, var message, _) -> fate(message.id()).ifPresent(fate -> fate.seen(entry.at()));
                default -> {
                    // The rest answers no send.
                }
            }
        }
    }

    private void gatherStored(ConversationId conversation, Stored stored) {
        var byId = new HashMap<MessageId, Kept>();
        stored.messages().forEach(message -> byId.putIfAbsent(message.id(), message));
        kept.put(conversation, byId);
        if (!stored.members().isEmpty()) {
            var users = stored.members().stream().map(Member::user).toList();
            members.put(conversation, new HashSet<>(users));
        }
    }

    /** Who writes to whom says who belongs, also where the server would say otherwise. */
    private void gatherMembers(Fate fate) {
        var conversation = fate.conversation();
        if (conversation != null && fate.target() instanceof Target.Person(var recipient)) {
            members.put(conversation, new HashSet<>(List.of(fate.sender(), recipient)));
        }
    }

    List<DeviceLog> devices() {
        return history.devices();
    }

    Map<ConversationId, Stored> stored() {
        return history.stored();
    }

    Collection<Fate> fates() {
        return fates.values();
    }

    Optional<Fate> fate(MessageId message) {
        return Optional.ofNullable(fates.get(message));
    }

    /** The message as history has it. */
    Optional<Kept> kept(@Nullable ConversationId conversation, MessageId message) {
        return conversation == null
                ? Optional.empty()
                : Optional.ofNullable(kept.getOrDefault(conversation, Map.of()).get(message));
    }

    /** The users who may see a conversation; empty where that is not known. */
    Set<UserId> members(ConversationId conversation) {
        return members.getOrDefault(conversation, Set.of());
    }

    /** Whether members come and go there. */
    boolean isGroup(ConversationId conversation) {
        var stored = history.stored().get(conversation);
        return stored == null ? !wishes.isEmpty(conversation) : stored.isGroup();
    }

    Membership membership() {
        return membership;
    }

    Wishes wishes() {
        return wishes;
    }

    Alterations alterations() {
        return alterations;
    }
}
