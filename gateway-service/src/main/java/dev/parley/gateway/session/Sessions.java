package dev.parley.gateway.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The sessions of this gateway, by user. */
public final class Sessions {

    /** By the text of the user id, as it stands in deliveries: validating it for each of them would cost for nothing. */
    private final Map<String, List<ChatSession>> byUser = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    void add(ChatSession session) {
        byUser.merge(session.userId().value(), List.of(session), (before, added) -> {
            var all = new ArrayList<>(before);
            all.addAll(added);
            return List.copyOf(all);
        });
        count.incrementAndGet();
    }

    void remove(ChatSession session) {
        byUser.computeIfPresent(session.userId().value(), (_, before) -> {
            var rest = before.stream().filter(each -> each != session).toList();
            count.addAndGet(rest.size() - before.size());
            return rest.isEmpty() ? null : rest;
        });
    }

    public List<ChatSession> of(String userId) {
        return byUser.getOrDefault(userId, List.of());
    }

    /** Who has a session here. */
    public Set<String> users() {
        return Set.copyOf(byUser.keySet());
    }

    public int count() {
        return count.get();
    }

    void forEach(Consumer<ChatSession> action) {
        byUser.values().forEach(sessions -> sessions.forEach(action));
    }
}
