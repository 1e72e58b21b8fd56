package dev.parley.gateway.protocol;

import dev.parley.contracts.CommandId;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import java.time.Instant;
import java.util.Collection;

/** The data of acks and errors. */
public final class Answers {

    private static final byte[] ACCEPTED = JsonData.object(json -> json.writeStringProperty("status", "accepted"));

    private Answers() {}

    /** For what is taken, and has no more to tell. */
    public static byte[] accepted() {
        return ACCEPTED.clone();
    }

    /** A message is in the log. */
    public static byte[] sent(MessageId messageId, ConversationId conversationId, Instant acceptedAt) {
        return JsonData.object(json -> {
            json.writeStringProperty("messageId", messageId.toString());
            json.writeStringProperty("conversationId", conversationId.toString());
            json.writeStringProperty("status", "sent");
            json.writeStringProperty("acceptedAt", JsonData.time(acceptedAt));
        });
    }

    /** A change of a message is in the log; under this id the writer may still refuse it. */
    public static byte[] taken(CommandId commandId) {
        return JsonData.object(json -> json.writeStringProperty("commandId", commandId.toString()));
    }

    /** Who of those that a session watches is there. */
    public static byte[] present(Collection<Presence> users) {
        return JsonData.object(json -> {
            json.writeArrayPropertyStart("users");
            for (var each : users) {
                json.writeStartObject();
                each.write(json);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    public static byte[] refused(Refusal refusal) {
        return JsonData.object(json -> {
            json.writeStringProperty("code", refusal.code().name());
            json.writeStringProperty("message", refusal.message());
            json.writeBooleanProperty("retryable", refusal.code().isRetryable());
            if (refusal.retryAfter() != null) {
                json.writeNumberProperty("retryAfterMs", refusal.retryAfter().toMillis());
            }
            if (refusal.field() != null) {
                json.writeArrayPropertyStart("errors");
                json.writeStartObject();
                json.writeStringProperty("field", refusal.field());
                json.writeStringProperty("message", refusal.message());
                json.writeEndObject();
                json.writeEndArray();
            }
        });
    }
}
