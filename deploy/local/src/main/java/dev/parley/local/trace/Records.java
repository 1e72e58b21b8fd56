package dev.parley.local.trace;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.RecordKeys;
import dev.parley.contracts.wire.Command;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;

/** What records say of a message. */
final class Records {

    private Records() {}

    /** Whether a command is about the message; what can't be read is about none. */
    static boolean isCommandOf(MessageId id, ConsumerRecord<byte[], byte[]> source) {
        return command(source).flatMap(Records::subject).filter(id.toBytes()::equals).isPresent();
    }

    static Optional<Command> command(ConsumerRecord<byte[], byte[]> source) {
        try {
            return source.value() == null ? Optional.empty() : Optional.of(Command.parseFrom(source.value()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static Optional<ByteString> subject(Command command) {
        return switch (command.getBodyCase()) {
            case SEND_MESSAGE -> Optional.of(command.getSendMessage().getMessageId());
            case EDIT_MESSAGE -> Optional.of(command.getEditMessage().getMessageId());
            case DELETE_MESSAGE -> Optional.of(command.getDeleteMessage().getMessageId());
            default -> Optional.empty();
        };
    }

    /** Facts are keyed by conversation and entity, so none has to be read to be found. */
    static boolean isEventOf(ConversationId conversation, MessageId id, ConsumerRecord<byte[], byte[]> source) {
        return Arrays.equals(source.key(), RecordKeys.message(conversation, id));
    }

    static Optional<Event> event(ConsumerRecord<byte[], byte[]> source) {
        try {
            return source.value() == null ? Optional.empty() : Optional.of(Event.parseFrom(source.value()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    static Optional<Message> message(Event event) {
        return switch (event.getBodyCase()) {
            case MESSAGE_STORED -> Optional.of(event.getMessageStored());
            case MESSAGE_EDITED -> Optional.of(event.getMessageEdited());
            case MESSAGE_DELETED -> Optional.of(event.getMessageDeleted());
            default -> Optional.empty();
        };
    }

    static Station station(ConsumerRecord<byte[], byte[]> source, String what, List<String> more) {
        var details = new ArrayList<>(more);
        details.add("value " + source.serializedValueSize() + " bytes" + headers(source));
        return Station.seen(Instant.ofEpochMilli(source.timestamp()), place(source), what, details);
    }

    private static String place(ConsumerRecord<byte[], byte[]> source) {
        return source.topic() + " " + source.partition() + "@" + source.offset();
    }

    private static String headers(ConsumerRecord<byte[], byte[]> source) {
        var headers = StreamSupport.stream(source.headers().spliterator(), false)
                .map(header -> header.key() + "=" + text(header.value())).toList();
        return headers.isEmpty() ? ", no headers" : ", headers " + String.join(", ", headers);
    }

    private static String text(byte[] value) {
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }
}
