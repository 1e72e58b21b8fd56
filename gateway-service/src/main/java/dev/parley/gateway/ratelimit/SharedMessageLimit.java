package dev.parley.gateway.ratelimit;

import dev.parley.contracts.UserId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redis counts for all gateways; where it is late or away, this gateway counts for itself. After a late answer Redis is
 * left alone for a while, so that nothing piles up in front of it.
 */
final class SharedMessageLimit implements MessageLimit {

    private static final Logger log = LoggerFactory.getLogger(SharedMessageLimit.class);

    private final SharedBuckets shared;
    private final LocalBuckets<UserId> local;
    private final Duration answer;
    private final Duration pause;
    private final LimitMetrics metrics;
    private final LongSupplier nanos;
    private volatile long askAgainAt;

    SharedMessageLimit(
            SharedBuckets shared,
            LocalBuckets<UserId> local,
            LimitSettings.Messages settings,
            LimitMetrics metrics,
            LongSupplier nanos) {
        this.shared = shared;
        this.local = local;
        this.answer = settings.answer();
        this.pause = settings.pause();
        this.metrics = metrics;
        this.nanos = nanos;
        askAgainAt = nanos.getAsLong();
    }

    @Override
    public CompletionStage<Verdict> take(UserId userId) {
        if (!shared.areReachable() || nanos.getAsLong() - askAgainAt < 0) {
            return CompletableFuture.completedStage(takeHere(userId));
        }
        return shared.take(userId)
                .orTimeout(answer.toMillis(), TimeUnit.MILLISECONDS)
                .handle((verdict, failure) -> failure == null ? counted(verdict) : instead(userId, failure));
    }

    private Verdict counted(Verdict verdict) {
        metrics.message(LimitMetrics.REDIS, verdict);
        return verdict;
    }

    private Verdict instead(UserId userId, Throwable failure) {
        askAgainAt = nanos.getAsLong() + pause.toNanos();
        log.debug("Redis did not count in time: {}", failure.toString());
        return takeHere(userId);
    }

    private Verdict takeHere(UserId userId) {
        var verdict = local.take(userId);
        metrics.message(LimitMetrics.GATEWAY, verdict);
        return verdict;
    }
}
