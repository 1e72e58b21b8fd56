package dev.parley.gateway.protocol;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Joined;
import dev.parley.contracts.wire.Role;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * A conversation that is new to someone, in the shape that REST has for it.
 *
 * @param seq its head, which is where its new members begin: they have read, and hold, what is there
 */
record ConversationView(ConversationId conversationId, Conversation conversation, long seq) {

    /** For those who were in it from the first: they see everything. */
    static Rendered created(Event event) {
        var conversation = event.getConversationCreated();
        var view = new ConversationView(ConversationId.ofBytes(event.getConversationId()), conversation,
                event.getSeq());
        return switch (conversation.getKind()) {
            case CONVERSATION_KIND_DIRECT -> new Rendered.Shared(view.event(view::writeParticipants));
            case CONVERSATION_KIND_GROUP -> view.ofGroup();
            case CONVERSATION_KIND_UNSPECIFIED, UNRECOGNIZED ->
                new Rendered.Unsayable("conversation of kind " + conversation.getKindValue());
        };
    }

    /** For those who came later: theirs begins with the change that brought them in. */
    static Rendered joined(Joined joined) {
        if (joined.getKind() != ConversationKind.CONVERSATION_KIND_GROUP) {
            return new Rendered.Unsayable("joining of kind " + joined.getKindValue());
        }
        var conversation = Conversation.newBuilder().setKind(joined.getKind()).setCreatedAt(joined.getCreatedAt());
        if (joined.hasTitle()) {
            conversation.setTitle(joined.getTitle());
        }
        var view = new ConversationView(
                ConversationId.ofBytes(joined.getConversationId()), conversation.build(), joined.getSeq());
        return new Rendered.Shared(view.event(writeMembership(joined.getParticipantCount(), "member")));
    }

    private Rendered ofGroup() {
        var owners = conversation.getParticipantsList().stream()
                .filter(participant -> participant.getRole() == Role.ROLE_OWNER)
                .map(participant -> participant.getUserId())
                .collect(Collectors.toUnmodifiableSet());
        var count = conversation.getParticipantsCount();
        var forOwners = event(writeMembership(count, "owner"));
        var forMembers = event(writeMembership(count, "member"));
        return new Rendered.Personal(recipient -> owners.contains(recipient) ? forOwners : forMembers);
    }

    private ServerEvent event(Consumer<JsonGenerator> rest) {
        return ServerEvent.of(ServerEventName.CONVERSATION_CREATED, json -> {
            writeCommon(json);
            rest.accept(json);
        });
    }

    private void writeCommon(JsonGenerator json) {
        var isGroup = conversation.getKind() == ConversationKind.CONVERSATION_KIND_GROUP;
        json.writeStringProperty("conversationId", conversationId.toString());
        json.writeStringProperty("kind", isGroup ? "group" : "direct");
        if (conversation.hasTitle()) {
            json.writeStringProperty("title", conversation.getTitle());
        }
        json.writeNumberProperty("seq", seq);
        json.writeNumberProperty("visibleFrom", Math.max(1, seq));
        json.writeNumberProperty("unread", 0);
        json.writeNumberProperty("readSeq", seq);
        json.writeNumberProperty("deliveredSeq", seq);
        json.writeStringProperty("createdAt", JsonData.time(conversation.getCreatedAt()));
    }

    private void writeParticipants(JsonGenerator json) {
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

    private static Consumer<JsonGenerator> writeMembership(int participantCount, String role) {
        return json -> {
            json.writeNumberProperty("participantCount", participantCount);
            json.writeStringProperty("role", role);
        };
    }
}
