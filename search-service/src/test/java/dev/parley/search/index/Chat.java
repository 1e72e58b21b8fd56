package dev.parley.search.index;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageId;
import dev.parley.contracts.UserId;
import dev.parley.search.index.Change.Deleted;
import dev.parley.search.index.Change.Joined;
import dev.parley.search.index.Change.Left;
import dev.parley.search.index.Change.Shown;
import dev.parley.search.text.AnalyzedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A conversation that makes changes, each with the next {@code seq}; messages are a second apart. */
public final class Chat {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00.123Z");

    private final ConversationId id;
    private long seq;

    private Chat(ConversationId id) {
        this.id = id;
    }

    public static Chat named(String name) {
        return new Chat(new ConversationId(uuid(name)));
    }

    public ConversationId id() {
        return id;
    }

    /** From the beginning: sees everything. */
    public Joined founder(UserId userId) {
        return new Joined(id, userId, 0, 0);
    }

    public Joined joins(UserId userId) {
        return new Joined(id, userId, ++seq, seq);
    }

    public Left leaves(UserId userId) {
        return new Left(id, userId, ++seq);
    }

    public Shown says(UserId userId, String text) {
        return says(userId, text, START.plusSeconds(seq + 1));
    }

    public Shown says(UserId userId, String text, Instant at) {
        seq++;
        var messageId = new MessageId(uuid(id + "/" + seq));
        return new Shown(
                new IndexedMessage(id, messageId, seq, seq, userId, text, null, at, null), analyzed(text));
    }

    public Shown edits(Shown before, String text) {
        seq++;
        var old = before.message();
        return new Shown(
                new IndexedMessage(
                        id, old.messageId(), old.seq(), seq, old.senderId(), text, old.replyTo(), old.sentAt(),
                        START.plusSeconds(seq)),
                analyzed(text));
    }

    public Deleted deletes(Shown before) {
        return new Deleted(id, before.message().messageId(), ++seq);
    }

    /** Words between spaces: what an index is told is all that it knows. */
    public static AnalyzedText analyzed(String text) {
        return new AnalyzedText(
                Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty()).toList(), Set.of());
    }

    static Shown withText(Shown shown, List<String> words, Set<String> marks) {
        return new Shown(shown.message(), new AnalyzedText(words, marks));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
