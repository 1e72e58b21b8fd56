package dev.parley.search.query;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.contracts.wire.Conversation;
import dev.parley.contracts.wire.ConversationKind;
import dev.parley.contracts.wire.Event;
import dev.parley.contracts.wire.Message;
import dev.parley.contracts.wire.Participant;
import dev.parley.contracts.wire.Participants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation as persistence would keep and tell it: whoever asks it is answered from the history, without an index. */
final class Room {

    /** No two messages of a test at the same time: their order would be left to their ids. */
    private static final AtomicLong TIME = new AtomicLong(1_790_000_000_000L);

    private final Facts facts;
    private final ConversationId id;
    private final Map<UserId, Long> members = new LinkedHashMap<>();
    private final Map<MessageId, Line> lines = new LinkedHashMap<>();
    private final List<Event> told = new ArrayList<>();
    private long head;

    /** @param content null once deleted */
    record Line(
            MessageId id,
            long seq,
            long changedSeq,
            UserId sender,
            @Nullable String content,
            Instant sentAt,
            @Nullable Instant editedAt) {}

    private Room(Facts facts, ConversationId id) {
        this.facts = facts;
        this.id = id;
    }

    static Room direct(Facts facts, UserId one, UserId other) {
        var room = new Room(facts, ConversationId.direct(one, other));
        return room.found(ConversationKind.CONVERSATION_KIND_DIRECT, one, other);
    }

    static Room group(Facts facts, UserId... founders) {
        var id = ConversationId.group(founders[0], UUID.randomUUID().toString());
        return new Room(facts, id).found(ConversationKind.CONVERSATION_KIND_GROUP, founders);
    }

    private Room found(ConversationKind kind, UserId... founders) {
        for (var founder : founders) {
            members.put(founder, 0L);
        }
        publish(event(0).setConversationCreated(conversation(kind)));
        return this;
    }

    ConversationId id() {
        return id;
    }

    List<UserId> members() {
        return List.copyOf(members.keySet());
    }

    List<Line> lines() {
        return List.copyOf(lines.values());
    }

    /** What a user may see now; nothing where they are no member. */
    Stream<Line> visibleTo(UserId user) {
        var joined = members.get(user);
        return joined == null
                ? Stream.empty()
                : lines.values().stream().filter(line -> line.seq() > joined && line.content() != null);
    }

    Line say(UserId sender, String content) {
        var seq = ++head;
        var line = new Line(new MessageId(UUID.randomUUID()), seq, seq, sender, content, now(), null);
        keep(line);
        publish(event(seq).setMessageStored(message(line)));
        return line;
    }

    Line edit(Line line, String content) {
        var edited = new Line(line.id(), line.seq(), ++head, line.sender(), content, line.sentAt(), now());
        keep(edited);
        publish(event(head).setMessageEdited(message(edited)));
        return edited;
    }

    void delete(Line line) {
        var deleted = new Line(line.id(), line.seq(), ++head, line.sender(), null, line.sentAt(), line.editedAt());
        keep(deleted);
        publish(event(head).setMessageDeleted(message(deleted).setDeletedAt(now().toEpochMilli())));
    }

    void add(UserId user) {
        members.put(user, ++head);
        publish(event(head).setParticipantsAdded(Participants.newBuilder().addParticipants(participant(user))));
    }

    void remove(UserId user) {
        var leaver = participant(user);
        members.remove(user);
        head++;
        publish(event(head).setParticipantRemoved(leaver));
    }

    void rename() {
        head++;
        publish(event(head).setConversationRenamed(conversation(ConversationKind.CONVERSATION_KIND_GROUP)));
    }

    /** As a new owner of its partition would. */
    void tellAgain(int number) {
        facts.publish(told.get(number % told.size()));
    }

    private void keep(Line line) {
        lines.put(line.id(), line);
    }

    private void publish(Event.Builder event) {
        told.add(event.build());
        facts.publish(told.getLast());
    }

    private Event.Builder event(long seq) {
        return Event.newBuilder().setConversationId(id.toBytes()).setSeq(seq).setAt(TIME.get());
    }

    private Conversation conversation(ConversationKind kind) {
        return Conversation.newBuilder()
                .setKind(kind)
                .addAllParticipants(members.keySet().stream().map(this::participant).toList())
                .build();
    }

    private Participant participant(UserId user) {
        return Participant.newBuilder()
                .setUserId(user.value())
                .setJoinedSeq(Objects.requireNonNull(members.get(user)))
                .build();
    }

    private static Message.Builder message(Line line) {
        var message = Message.newBuilder()
                .setMessageId(line.id().toBytes())
                .setSeq(line.seq())
                .setChangedSeq(line.changedSeq())
                .setSenderId(line.sender().value())
                .setSentAt(line.sentAt().toEpochMilli());
        if (line.content() != null) {
            message.setContent(line.content());
        }
        if (line.editedAt() != null) {
            message.setEditedAt(line.editedAt().toEpochMilli());
        }
        return message;
    }

    private static Instant now() {
        return Instant.ofEpochMilli(TIME.addAndGet(7));
    }
}
