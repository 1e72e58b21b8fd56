package dev.parley.load.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes equal ids the same object, so that a history of many events holds each id once. */
final class Interned {

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        var known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }

    Kept of(Kept message) {
        return new Kept(of(message.id()), message.seq(), message.changedSeq(), of(message.sender()),
                message.fingerprint(), message.replyTo() == null ? null : of(message.replyTo()));
    }
}
