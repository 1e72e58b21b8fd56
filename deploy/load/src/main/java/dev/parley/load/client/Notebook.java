package dev.parley.load.client;

import dev.parley.load.wire.Command;
import dev.parley.load.wire.ConversationId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a device has written down, together with what it has shown: it still knows this after its process was killed, and
 * everything else it must learn again. The token is written last, when all that came with it is in place.
 */
public final class Notebook {

    private final Map<ConversationId, Place> places = new HashMap<>();
    private final Map<ConversationId, Long> left = new HashMap<>();
    private final Map<ConversationId, Long> heard = new HashMap<>();
    private final Map<Long, Command> unanswered = new LinkedHashMap<>();
    private @Nullable String token;
    private long lastNumber;

    /** From where on, and up to where, a conversation is held. */
    private record Place(long from, long seq) {}

    synchronized @Nullable String token() {
        return token;
    }

    synchronized void token(String next) {
        token = next;
    }

    synchronized void held(ConversationId conversation, long from, long seq) {
        places.put(conversation, new Place(from, seq));
    }

    synchronized void forEachHeld(HeldReader reader) {
        places.forEach((conversation, place) -> reader.read(conversation, place.from(), place.seq()));
    }

    interface HeldReader {
        void read(ConversationId conversation, long from, long seq);
    }

    /** The device is out of a conversation since this change, or an earlier one. */
    synchronized void left(ConversationId conversation, long seq) {
        places.remove(conversation);
        heard.remove(conversation);
        left.merge(conversation, seq, Math::max);
    }

    /** The last change by which the device was out of a conversation; 0 for none. */
    synchronized long left(ConversationId conversation) {
        return left.getOrDefault(conversation, 0L);
    }

    /** The newest change of others that the device holds: its marks are to reach it. */
    synchronized void heard(ConversationId conversation, long seq) {
        heard.merge(conversation, seq, Math::max);
    }

    synchronized void forEachHeard(BiConsumer<ConversationId, Long> reader) {
        heard.forEach(reader);
    }

    /** Written before it goes out, and struck off when there is an answer. */
    synchronized long unanswered(Command command) {
        unanswered.put(++lastNumber, command);
        return lastNumber;
    }

    synchronized void answered(long number) {
        unanswered.remove(number);
    }

    synchronized List<Map.Entry<Long, Command>> unanswered() {
        return unanswered.entrySet().stream().map(entry -> Map.entry(entry.getKey(), entry.getValue())).toList();
    }

    /** Whether everything that was to be said has its answer. */
    public synchronized boolean isAnswered() {
        return unanswered.isEmpty();
    }

    /** The server's history is another than the one that this was written about. */
    synchronized void forgetHistory() {
        places.clear();
        left.clear();
        heard.clear();
        token = null;
    }
}
