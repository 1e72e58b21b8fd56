package dev.parley.gateway.session;

import dev.parley.gateway.protocol.Request;
import dev.parley.gateway.upstream.Answer;
import java.util.function.Consumer;

/** Passes on who is writing. */
public interface TypingSignals {

    /** Never blocks; the answer may come on any thread, or at once. */
    void signal(Request.Typing request, ChatSession from, Consumer<Answer<byte[]>> answer);
}
