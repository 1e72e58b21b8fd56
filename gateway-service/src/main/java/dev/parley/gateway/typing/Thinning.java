package dev.parley.gateway.typing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.contracts.ConversationId;
import dev.parley.contracts.UserId;
import dev.parley.gateway.protocol.Request.Typing.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Of the signals of one user in one conversation, lets through what tells others something: a start when none has gone
 * out for a while (half as long after a stop), a stop when there is a start to take back.
 */
final class Thinning {

    private final Cache<Typist, Said> said;
    private final long repeatNanos;
    private final LongSupplier nanos;

    private record Typist(ConversationId conversationId, UserId userId) {}

    private record Said(Kind kind, long startedAt) {}

    /** @param nanos a clock that only moves forward */
    Thinning(Duration repeat, int typists, LongSupplier nanos) {
        this.nanos = nanos;
        repeatNanos = repeat.toNanos();
        // Long enough for a stop to find the start that it takes back.
        said = Caffeine.newBuilder()
                .maximumSize(typists)
                .expireAfterWrite(repeat.multipliedBy(4))
                .ticker(nanos::getAsLong)
                .build();
    }

    boolean letsThrough(Kind kind, ConversationId conversationId, UserId userId) {
        var through = new AtomicBoolean();
        said.asMap().compute(new Typist(conversationId, userId), (_, before) -> {
            var now = nanos.getAsLong();
            through.set(tellsSomething(kind, before, now));
            if (!through.get()) {
                return before;
            }
            return new Said(kind, kind == Kind.START || before == null ? now : before.startedAt());
        });
        return through.get();
    }

    private boolean tellsSomething(Kind kind, @Nullable Said before, long now) {
        return switch (kind) {
            case START -> before == null || now - before.startedAt() >= pauseAfter(before);
            case STOP -> before != null && before.kind() == Kind.START;
        };
    }

    private long pauseAfter(Said before) {
        return before.kind() == Kind.STOP ? repeatNanos / 2 : repeatNanos;
    }

    /** How many are remembered by now. */
    long size() {
        said.cleanUp();
        return said.estimatedSize();
    }
}
