package dev.parley.gateway.protocol;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Role;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A new conversation, as each of its members sees it. */
final class ConversationView {

    private ConversationView() {}

    static Rendered created(Event event) {
        var conversationId = ConversationId.ofBytes(event.getConversationId());
        var conversation = event.getConversationCreated();
        return switch (conversation.getKind()) {
            case CONVERSATION_KIND_DIRECT ->
                new Rendered.Shared(ServerEvent.of(ServerEventName.CONVERSATION_CREATED, json -> {
                    writeCommon(conversationId, event, json);
                    writeParticipants(conversation, json);
                }));
            case CONVERSATION_KIND_GROUP ->
                new Rendered.Personal(recipient -> ServerEvent.of(ServerEventName.CONVERSATION_CREATED, json -> {
                    writeCommon(conversationId, event, json);
                    json.writeNumberProperty("participantCount", conversation.getParticipantsCount());
                    json.writeStringProperty("role", roleOf(recipient, conversation));
                }));
            case CONVERSATION_KIND_UNSPECIFIED, UNRECOGNIZED ->
                new Rendered.Unsayable("conversation of kind " + conversation.getKindValue());
        };
    }

    /** Members of the first hour see everything, have read nothing, and hold nothing yet. */
    private static void writeCommon(ConversationId conversationId, Event event, JsonGenerator json) {
        var conversation = event.getConversationCreated();
        json.writeStringProperty("conversationId", conversationId.toString());
        json.writeStringProperty("kind", kind(conversation.getKind()));
        if (conversation.hasTitle()) {
            json.writeStringProperty("title", conversation.getTitle());
        }
        json.writeNumberProperty("seq", event.getSeq());
        json.writeNumberProperty("visibleFrom", 1);
        json.writeNumberProperty("unread", 0);
        json.writeNumberProperty("readSeq", 0);
        json.writeNumberProperty("deliveredSeq", 0);
        json.writeStringProperty("createdAt", JsonData.time(conversation.getCreatedAt()));
    }

    private static void writeParticipants(Conversation conversation, JsonGenerator json) {
        json.writeArrayPropertyStart("participants");
        for (var participant : conversation.getParticipantsList()) {
            json.writeStartObject();
            json.writeStringProperty("userId", participant.getUserId());
            json.writeNumberProperty("deliveredSeq", 0);
            json.writeNumberProperty("readSeq", 0);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String kind(ConversationKind kind) {
        return kind == ConversationKind.CONVERSATION_KIND_DIRECT ? "direct" : "group";
    }

    private static String roleOf(String recipient, Conversation conversation) {
        return conversation.getParticipantsList().stream()
                .filter(participant -> participant.getUserId().equals(recipient))
                .map(Participant::getRole)
                .findFirst()
                .orElse(Role.ROLE_MEMBER)
                .name()
                .substring("ROLE_".length())
                .toLowerCase(Locale.ROOT);
    }
}
