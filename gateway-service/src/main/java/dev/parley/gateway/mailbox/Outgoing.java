package dev.parley.gateway.mailbox;

import dev.parley.gateway.session.ChatSession;
import dev.parley.tracing.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frames of one read, by socket, in the order of the mailbox. */
final class Outgoing {

    private final PassageMeters meters;
    private final Map<ChatSession, Share> shares = new IdentityHashMap<>();
    private final List<Span> spans = new ArrayList<>(0);

    private record Share(List<byte[]> frames, List<Passage> passages) {}

    Outgoing(PassageMeters meters) {
        this.meters = meters;
    }

    /** @param passage null where it is no new message */
    void add(ChatSession session, byte[] frame, @Nullable Passage passage) {
        var share = shares.computeIfAbsent(session, _ -> new Share(new ArrayList<>(4), new ArrayList<>(4)));
        share.frames().add(frame);
        if (passage != null) {
            share.passages().add(passage);
        }
    }

    /** To be ended once the frames are with their sockets. */
    void follow(Span span) {
        if (span.isRecorded()) {
            spans.add(span);
        }
    }

    /** @return how many were sent */
    int send() {
        shares.forEach((session, share) -> session.deliver(share.frames(), () -> meters.written(share.passages())));
        spans.forEach(Span::end);
        return shares.values().stream().mapToInt(share -> share.frames().size()).sum();
    }
}
