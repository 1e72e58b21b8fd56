package dev.parley.search.indexing;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Participant;
import dev.parley.search.index.Change;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.index.IndexedMessage;
import dev.parley.search.text.AnalyzedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** From the bytes of {@code chat.events} to what changes in an index. The one place where they are read. */
final class EventDecoder {

    private final Function<String, AnalyzedText> analyzer;

    /** @param analyzer by the rules of the index that the changes are for */
    EventDecoder(Function<String, AnalyzedText> analyzer) {
        this.analyzer = analyzer;
    }

    LoggedEvent decode(ConsumerRecord<byte[], byte[]> source) {
        if (source.value() == null) {
            return new LoggedEvent.Skipped(source);
        }
        try {
            return decode(source, Event.parseFrom(source.value()));
        } catch (InvalidProtocolBufferException e) {
            return new LoggedEvent.Dead(source, "not an Event: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new LoggedEvent.Dead(source, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Of one text's making, and what it says may hold that text.
            return new LoggedEvent.Dead(source, "not readable: " + e.getClass().getName());
        }
    }

    private LoggedEvent decode(ConsumerRecord<byte[], byte[]> source, Event event) {
        var unknown = event.getUnknownFields().asMap().keySet();
        if (event.getBodyCase() == Event.BodyCase.BODY_NOT_SET && !unknown.isEmpty()) {
            return new LoggedEvent.Unknown(source, "an event with unknown fields " + unknown + " in place of a body");
        }
        return new LoggedEvent.Understood(source, changes(event), Instant.ofEpochMilli(event.getAt()));
    }

    private List<Change> changes(Event event) {
        var id = ConversationId.ofBytes(event.getConversationId());
        var seq = atLeast("seq", event.getSeq(), 0);
        return switch (event.getBodyCase()) {
            case MESSAGE_STORED -> List.of(shown(id, event.getMessageStored()));
            case MESSAGE_EDITED -> List.of(shown(id, event.getMessageEdited()));
            case MESSAGE_DELETED -> List.of(deleted(id, event.getMessageDeleted()));
            case CONVERSATION_CREATED -> joined(id, seq, event.getConversationCreated().getParticipantsList());
            case CONVERSATION_RENAMED -> joined(id, seq, event.getConversationRenamed().getParticipantsList());
            case PARTICIPANTS_ADDED -> joined(id, seq, event.getParticipantsAdded().getParticipantsList());
            case PARTICIPANT_REMOVED -> removed(id, seq, event);
            case PARTICIPANT_CHANGED -> joined(id, seq, List.of(event.getParticipantChanged()));
            case BODY_NOT_SET -> throw new IllegalArgumentException("an event without a body");
        };
    }

    private Shown shown(ConversationId id, Message wire) {
        if (!wire.hasContent()) {
            throw new IllegalArgumentException("a message without content that is not deleted");
        }
        var seq = atLeast("seq of the message", wire.getSeq(), 1);
        var message = new IndexedMessage(
                id,
                MessageId.ofBytes(wire.getMessageId()),
                seq,
                atLeast("changedSeq", wire.getChangedSeq(), seq),
                new UserId(wire.getSenderId()),
                wire.getContent(),
                wire.hasReplyTo() ? MessageId.ofBytes(wire.getReplyTo()) : null,
                Instant.ofEpochMilli(wire.getSentAt()),
                wire.hasEditedAt() ? Instant.ofEpochMilli(wire.getEditedAt()) : null);
        return new Shown(message, analyzer.apply(wire.getContent()));
    }

    private static Deleted deleted(ConversationId id, Message wire) {
        return new Deleted(
                id, MessageId.ofBytes(wire.getMessageId()), atLeast("changedSeq", wire.getChangedSeq(), 1));
    }

    /** The conversation's seq, not the one they joined at: they are in it as of now. */
    private static List<Change> joined(ConversationId id, long seq, List<Participant> participants) {
        return participants.stream().map(participant -> (Change) joined(id, seq, participant)).toList();
    }

    private static Joined joined(ConversationId id, long seq, Participant wire) {
        return new Joined(
                id, new UserId(wire.getUserId()), seq, atLeast("joinedSeq", wire.getJoinedSeq(), 0));
    }

    private static List<Change> removed(ConversationId id, long seq, Event event) {
        var changes = new ArrayList<Change>();
        changes.add(new Left(id, new UserId(event.getParticipantRemoved().getUserId()), seq));
        if (event.hasSuccessor()) {
            changes.add(joined(id, seq, event.getSuccessor()));
        }
        return changes;
    }

    private static long atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: " + least + " or more)");
        }
        return value;
    }
}
