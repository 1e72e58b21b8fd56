package dev.parley.gateway.session;

import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.upstream.Answer;
import java.util.function.Consumer;

/** Tells sessions who is there. */
public interface PresenceWatches {

    /** Never blocks; the answer may come on any thread, or at once. */
    void watch(Request.WatchPresence request, ChatSession session, Consumer<Answer<byte[]>> answer);
}
