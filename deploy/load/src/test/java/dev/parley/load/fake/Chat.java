package dev.parley.load.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A direct conversation in memory. */
final class Chat {

    private final String id;
    private final List<String> users;
    private final List<Stored> messages = new ArrayList<>();
    private final Map<String, Stored> byId = new HashMap<>();
    private final Map<String, Long> delivered = new TreeMap<>();
    private final Map<String, Long> read = new TreeMap<>();

    private long changedAt;

    /** {@code at} is the step of the whole server at which it was stored. */
    record Stored(String conversation, long seq, String id, String sender, String content, long at) {}

    Chat(String id, List<String> users) {
        this.id = id;
        this.users = users;
    }

    String id() {
        return id;
    }

    List<String> users() {
        return users;
    }

    long head() {
        return messages.size();
    }

    @Nullable
    Stored find(String messageId) {
        return byId.get(messageId);
    }

    Stored store(String messageId, String sender, String content, long at) {
        var stored = new Stored(id, messages.size() + 1, messageId, sender, content, at);
        changedAt = at;
        messages.add(stored);
        byId.put(messageId, stored);
        return stored;
    }

    /** The step at which anything of this was last changed, marks included. */
    long changedAt() {
        return changedAt;
    }

    List<Stored> storedSince(long step) {
        return messages.stream().filter(message -> message.at() > step).toList();
    }

    List<Stored> with(String word) {
        return messages.stream().filter(message -> List.of(message.content().split("\\s+")).contains(word)).toList();
    }

    List<Stored> after(long seq) {
        return messages.subList((int) Math.min(seq, messages.size()), messages.size());
    }

    /** Whether the mark moved. */
    boolean mark(String event, String user, long seq, long at) {
        var marks = event.equals("message:read") ? read : delivered;
        if (seq > head() || seq <= marks.getOrDefault(user, 0L)) {
            return false;
        }
        marks.put(user, seq);
        changedAt = at;
        return true;
    }

    long delivered(String user) {
        return delivered.getOrDefault(user, 0L);
    }

    long read(String user) {
        return read.getOrDefault(user, 0L);
    }
}
