package dev.parley.gateway.mailbox;

import dev.parley.gateway.session.ChatSession;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The frames of one read, by socket, in the order of the mailbox. */
final class Outgoing {

    private final Map<ChatSession, List<byte[]>> frames = new IdentityHashMap<>();

    void add(ChatSession session, byte[] frame) {
        frames.computeIfAbsent(session, _ -> new ArrayList<>(4)).add(frame);
    }

    /** @return how many were sent */
    int send() {
        frames.forEach(ChatSession::deliver);
        return frames.values().stream().mapToInt(List::size).sum();
    }
}
