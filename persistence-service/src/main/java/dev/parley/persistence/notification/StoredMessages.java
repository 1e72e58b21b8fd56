package dev.parley.persistence.notification;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.access.logs.LogKeys;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.persistence.notification.StoredMessage.Place;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds in events what somebody may have to be notified of. */
final class StoredMessages {

    private static final Logger log = LoggerFactory.getLogger(StoredMessages.class);

    private StoredMessages() {}

    /** Empty for every other event. */
    static Optional<StoredMessage> of(ConsumerRecord<byte[], byte[]> record) {
        try {
            var event = Event.parseFrom(record.value());
            if (!event.hasMessageStored()) {
                return Optional.empty();
            }
            var message = event.getMessageStored();
            return Optional.of(new StoredMessage(
                    new Place(record.partition(), record.offset()),
                    ConversationId.ofBytes(event.getConversationId()),
                    message.getSeq(),
                    MessageId.ofBytes(message.getMessageId()),
                    new UserId(message.getSenderId()),
                    Instant.ofEpochMilli(record.timestamp())));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            log.atWarn()
                    .addKeyValue(LogKeys.PARTITION, record.partition())
                    .addKeyValue(LogKeys.OFFSET, record.offset())
                    .log("No one is notified of an event that can't be read: {}", e.toString());
            return Optional.empty();
        }
    }
}
