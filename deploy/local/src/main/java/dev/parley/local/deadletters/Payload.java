package dev.parley.local.deadletters;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;

import dev.parley.contracts.Topics;
import dev.parley.contracts.wire.Command;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Notification;

/** What is in a record, read by its schema alone: also where a service found it wanting. */
record Payload(Message message) {

    private static final Map<String, Parser<? extends Message>> SCHEMAS = Map.of(Topics.COMMANDS, Command.parser(),
            Topics.EVENTS, Event.parser(), Topics.NOTIFICATIONS, Notification.parser());
    private static final int UUID_BYTES = 16;

    static Optional<Payload> of(String topic, byte[] value) {
        try {
            var schema = SCHEMAS.get(topic);
            return schema == null ? Optional.empty() : Optional.of(new Payload(schema.parseFrom(value)));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    /** The name of the case that it is, such as {@code send_message}. */
    String kind() {
        var type = message.getDescriptorForType();
        return type.getOneofs().stream().filter(message::hasOneof).findFirst()
                .map(oneof -> message.getOneofFieldDescriptor(oneof).getName())
                .orElseGet(() -> type.getOneofs().isEmpty()
                        ? type.getName().toLowerCase(Locale.ROOT)
                        : "nothing known");
    }

    Optional<String> conversation() {
        return field(message, "conversation_id");
    }

    Optional<String> messageId() {
        return anywhere("message_id");
    }

    Optional<String> user() {
        return anywhere("user_id").or(() -> anywhere("sender_id"));
    }

    private Optional<String> anywhere(String name) {
        return Stream.concat(Stream.of(message), body()).flatMap(each -> field(each, name).stream()).findFirst();
    }

    private Stream<Message> body() {
        return message.getAllFields().values().stream().filter(Message.class::isInstance).map(Message.class::cast);
    }

    private static Optional<String> field(Message message, String name) {
        var field = message.getDescriptorForType().findFieldByName(name);
        return field == null
                ? Optional.empty()
                : Optional.of(scalar(message.getField(field))).filter(text -> !text.isEmpty());
    }

    /** Bytes of our schemas are ids; whatever stands there instead is shown as what it is. */
    static String scalar(Object value) {
        if (!(value instanceof ByteString bytes)) {
            return value.toString();
        }
        if (bytes.size() != UUID_BYTES) {
            return bytes.isEmpty() ? "" : bytes.size() + " bytes (expected: 16, of a UUID)";
        }
        var buffer = ByteBuffer.wrap(bytes.toByteArray());
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
}
