package dev.parley.persistence.notification;

import dev.parley.contracts.ConversationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Messages that are not done with, by partition and in the order of their events. Nothing is ever committed beyond the
 * first of them, so what waits here is read again after a crash.
 */
final class Waiting {

    /** By offset. Those that came are looked at as soon as may be, and once more when their time is over. */
    private final Map<Integer, TreeMap<Long, StoredMessage>> fresh = new HashMap<>();
    private final Map<Integer, TreeMap<Long, StoredMessage>> seen = new HashMap<>();

    void add(StoredMessage message) {
        put(fresh, message);
    }

    int size() {
        return count(fresh) + count(seen);
    }

    List<StoredMessage> fresh(int limit) {
        return all(fresh).limit(limit).toList();
    }

    /**
     * Those that were looked at, and stored at this time or before. The events of a partition are in the order of their
     * times, so no more is looked at than is found; one that is out of order lets those behind it wait for it.
     */
    List<StoredMessage> storedBy(Instant time, int limit) {
        return new ArrayList<>(seen.values())
                .stream()
                .flatMap(partition -> partition.values().stream().takeWhile(
                        message -> !message.storedAt().isAfter(time)))
                .limit(limit)
                .toList();
    }

    /** Those of these conversations that were looked at. */
    List<StoredMessage> seenOf(Set<ConversationId> conversations) {
        return all(seen).filter(message -> conversations.contains(message.conversationId())).toList();
    }

    /** Looked at for the first time; somebody may still take them. */
    void keep(Collection<StoredMessage> messages) {
        messages.forEach(message -> {
            remove(fresh, message);
            put(seen, message);
        });
    }

    void done(Collection<StoredMessage> messages) {
        messages.forEach(message -> {
            remove(fresh, message);
            remove(seen, message);
        });
    }

    void forget(int partition) {
        fresh.remove(partition);
        seen.remove(partition);
    }

    /** The offset of the first event of the partition that is not done with. */
    OptionalLong first(int partition) {
        return Stream.of(fresh, seen)
                .map(messages -> messages.get(partition))
                .filter(messages -> messages != null && !messages.isEmpty())
                .mapToLong(messages -> messages.firstKey())
                .min();
    }

    private static Stream<StoredMessage> all(Map<Integer, TreeMap<Long, StoredMessage>> messages) {
        return new ArrayList<>(messages.values()).stream().flatMap(partition -> partition.values().stream());
    }

    private static int count(Map<Integer, TreeMap<Long, StoredMessage>> messages) {
        return messages.values().stream().mapToInt(TreeMap::size).sum();
    }

    private static void put(Map<Integer, TreeMap<Long, StoredMessage>> messages, StoredMessage message) {
        messages.computeIfAbsent(message.place().partition(), _ -> new TreeMap<>())
                .put(message.place().offset(), message);
    }

    private static void remove(Map<Integer, TreeMap<Long, StoredMessage>> messages, StoredMessage message) {
        var partition = messages.get(message.place().partition());
        if (partition != null) {
            partition.remove(message.place().offset());
        }
    }
}
