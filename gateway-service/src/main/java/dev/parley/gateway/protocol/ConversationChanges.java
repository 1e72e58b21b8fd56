package dev.parley.gateway.protocol;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Advanced;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Participant;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What changed about a conversation and its members. */
final class ConversationChanges {

    private ConversationChanges() {}

    static Rendered renamed(Event event) {
        var title = event.getConversationRenamed().getTitle();
        return new Rendered.Shared(updated(event, json -> json.writeStringProperty("title", title)));
    }

    static Rendered added(Event event) {
        var added = event.getParticipantsAdded().getParticipantsList();
        return new Rendered.Shared(updated(event, json -> writeUsers("added", added, json)));
    }

    /** To the one who went it is the last that they hear of the conversation. */
    static Rendered removed(Event event) {
        var gone = event.getParticipantRemoved();
        var farewell = change(ServerEventName.CONVERSATION_REMOVED, event, _ -> {});
        var update = updated(event, json -> {
            writeUsers("removed", List.of(gone), json);
            if (event.hasSuccessor()) {
                json.writeStringProperty("owner", event.getSuccessor().getUserId());
            }
        });
        return new Rendered.Personal(recipient -> recipient.equals(gone.getUserId()) ? farewell : update);
    }

    static Rendered advanced(Advanced advanced) {
        return new Rendered.Shared(change(
                ServerEventName.CONVERSATION_ADVANCED,
                ConversationId.ofBytes(advanced.getConversationId()),
                advanced.getSeq(),
                _ -> {}));
    }

    private static ServerEvent updated(Event event, Consumer<JsonGenerator> what) {
        return change(ServerEventName.CONVERSATION_UPDATED, event, what);
    }

    private static ServerEvent change(ServerEventName name, Event event, Consumer<JsonGenerator> what) {
        return change(name, ConversationId.ofBytes(event.getConversationId()), event.getSeq(), what);
    }

    private static ServerEvent change(
            ServerEventName name, ConversationId conversationId, long seq, Consumer<JsonGenerator> what) {
        return ServerEvent.of(name, json -> {
            json.writeStringProperty("conversationId", conversationId.toString());
            json.writeNumberProperty("seq", seq);
            what.accept(json);
        });
    }

    private static void writeUsers(String name, List<Participant> users, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        users.forEach(user -> json.writeString(user.getUserId()));
        json.writeEndArray();
    }
}
