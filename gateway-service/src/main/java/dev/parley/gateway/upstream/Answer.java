package dev.parley.gateway.upstream;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.protocol.Refusal;

/** What came of a question. */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** The persistence service said no, or nothing that can be understood in time. */
    record Refused<T>(Refusal refusal) implements Answer<T> {}

    static <T> Answer<T> unavailable(String reason) {
        return new Refused<>(Refusal.of(ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE, reason));
    }
}
