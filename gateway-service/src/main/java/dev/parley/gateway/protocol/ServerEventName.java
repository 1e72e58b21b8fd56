package dev.parley.gateway.protocol;

/** What the gateway tells clients, by its name on the wire. */
public enum ServerEventName {

    SESSION_READY("session:ready"),
    SESSION_CLOSING("session:closing"),
    SYNC_REQUIRED("sync:required"),
    MESSAGE_NEW("message:new"),
    MESSAGE_EDITED("message:edited"),
    MESSAGE_DELETED("message:deleted"),
    MESSAGE_DELIVERED("message:delivered"),
    MESSAGE_READ("message:read"),
    COMMAND_REJECTED("command:rejected"),
    CONVERSATION_CREATED("conversation:created"),
    CONVERSATION_UPDATED("conversation:updated"),
    CONVERSATION_REMOVED("conversation:removed"),
    CONVERSATION_ADVANCED("conversation:advanced"),
    TYPING_START("typing:start"),
    TYPING_STOP("typing:stop"),
    PRESENCE_CHANGED("presence:changed");

    private final String wireName;

    ServerEventName(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
