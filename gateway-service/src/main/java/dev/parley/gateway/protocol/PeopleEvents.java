package dev.parley.gateway.protocol;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;

/** What the gateway says about what others do right now. */
public final class PeopleEvents {

    private PeopleEvents() {}

    public static ServerEvent typing(Request.Typing.Kind kind, ConversationId conversationId, UserId userId) {
        var name = switch (kind) {
            case START -> ServerEventName.TYPING_START;
            case STOP -> ServerEventName.TYPING_STOP;
        };
        return ServerEvent.of(name, json -> {
            json.writeStringProperty("conversationId", conversationId.toString());
            json.writeStringProperty("userId", userId.value());
        });
    }

    public static ServerEvent presence(Presence presence) {
        return ServerEvent.of(ServerEventName.PRESENCE_CHANGED, presence::write);
    }
}
