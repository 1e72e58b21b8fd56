package dev.parley.local.protocol;

import java.util.Arrays;
import java.util.stream.Stream;

/** The rows of the protocol's tables, one for each name in them. */
enum Row {
    SEND("to the server", "message:send"),
    EDIT("to the server", "message:edit"),
    DELETE("to the server", "message:delete"),
    MARK_DELIVERED("to the server", "message:delivered"),
    MARK_READ("to the server", "message:read"),
    START_TYPING("to the server", "typing:start"),
    STOP_TYPING("to the server", "typing:stop"),
    SYNC("to the server", "sync"),
    WATCH("to the server", "presence:watch"),
    RENEW("to the server", "session:renew"),
    PING("to the server", "ping"),

    READY("to the client", "session:ready"),
    NEW("to the client", "message:new"),
    EDITED("to the client", "message:edited"),
    DELETED("to the client", "message:deleted"),
    REJECTED("to the client", "command:rejected"),
    DELIVERED("to the client", "message:delivered"),
    READ("to the client", "message:read"),
    TYPING_STARTED("to the client", "typing:start"),
    TYPING_STOPPED("to the client", "typing:stop"),
    CREATED("to the client", "conversation:created"),
    UPDATED("to the client", "conversation:updated"),
    REMOVED("to the client", "conversation:removed"),
    ADVANCED("to the client", "conversation:advanced"),
    PRESENCE("to the client", "presence:changed"),
    SYNC_REQUIRED("to the client", "sync:required"),
    CLOSING("to the client", "session:closing"),

    CLOSE_NORMAL("close code", "1000"),
    CLOSE_TOO_BIG("close code", "1009"),
    CLOSE_GOING_AWAY("close code", "1012"),
    CLOSE_NOT_THE_PROTOCOL("close code", "4400"),
    CLOSE_TOKEN("close code", "4401"),
    CLOSE_NOT_ALLOWED("close code", "4403"),
    CLOSE_TOO_SLOW("close code", "4408"),
    CLOSE_TOO_MANY("close code", "4409"),
    CLOSE_OVER_LIMIT("close code", "4429"),

    LIST("call", "GET /conversations"),
    CREATE_DIRECT("call", "POST /conversations (direct)"),
    CREATE_GROUP("call", "POST /conversations (group)"),
    GET("call", "GET /conversations/{id}"),
    HISTORY("call", "GET /conversations/{id}/messages"),
    CHANGES("call", "GET /conversations/{id}/changes"),
    POST_READ("call", "POST /conversations/{id}/read"),
    GET_SYNC("call", "GET /sync"),
    ADD("call", "POST /conversations/{id}/participants"),
    REMOVE("call", "DELETE /conversations/{id}/participants/{userId}"),
    PARTICIPANTS("call", "GET /conversations/{id}/participants"),
    RENAME("call", "PATCH /conversations/{id}"),
    CONTACTS("call", "GET /contacts"),
    SEARCH("call", "POST /messages/search"),

    SEARCH_HIT("shape", "search hit"),

    UNAUTHENTICATED("code", "CHAT_UNAUTHENTICATED"),
    INVALID_REQUEST("code", "CHAT_INVALID_REQUEST"),
    UNKNOWN_EVENT("code", "CHAT_UNKNOWN_EVENT"),
    MESSAGE_EMPTY("code", "CHAT_MESSAGE_EMPTY"),
    MESSAGE_TOO_LONG("code", "CHAT_MESSAGE_TOO_LONG"),
    MESSAGE_INVALID("code", "CHAT_MESSAGE_INVALID"),
    RECIPIENT_INVALID("code", "CHAT_RECIPIENT_INVALID"),
    CONVERSATION_NOT_FOUND("code", "CHAT_CONVERSATION_NOT_FOUND"),
    MESSAGE_NOT_FOUND("code", "CHAT_MESSAGE_NOT_FOUND"),
    NOT_THE_SENDER("code", "CHAT_NOT_THE_SENDER"),
    MESSAGE_ID_CONFLICT("code", "CHAT_MESSAGE_ID_CONFLICT"),
    MARK_INVALID("code", "CHAT_MARK_INVALID"),
    NOT_ALLOWED("code", "CHAT_NOT_ALLOWED"),
    GROUP_FULL("code", "CHAT_GROUP_FULL"),
    RATE_LIMIT_EXCEEDED("code", "CHAT_RATE_LIMIT_EXCEEDED"),
    SEARCH_QUERY_INVALID("code", "CHAT_SEARCH_QUERY_INVALID"),
    TEMPORARILY_UNAVAILABLE("code", "CHAT_TEMPORARILY_UNAVAILABLE"),
    INTERNAL("code", "CHAT_INTERNAL");

    private final String table;
    private final String label;

    Row(String table, String label) {
        this.table = table;
        this.label = label;
    }

    /** Events are tried on both kinds of socket; close codes, calls and codes once. */
    Stream<Tried> ways() {
        return table.startsWith("to the")
                ? Arrays.stream(Wire.values()).map(wire -> new Tried(this, wire.label()))
                : Stream.of(new Tried(this, ""));
    }

    /** A row on one kind of socket; no kind where it makes no difference. */
    record Tried(Row row, String wire) {

        @Override
        public String toString() {
            return row.table + ": " + row.label + (wire.isEmpty() ? "" : " (" + wire + ")");
        }
    }
}
