package dev.parley.access.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something of an engine as it was last seen, and why nothing newer was. */
public final class Sight<T> {

    private final Clock clock;
    private final Duration patience;
    private volatile T seen;
    private volatile Instant seenAt;
    private volatile @Nullable String failure;

    /** @param patience after which an engine counts as away that has not answered a look */
    public Sight(T nothing, Clock clock, Duration patience) {
        this.seen = nothing;
        this.clock = clock;
        this.patience = patience;
        this.seenAt = clock.instant();
    }

    public void look(Supplier<T> source) {
        try {
            seen = source.get();
            seenAt = clock.instant();
            failure = null;
        } catch (RuntimeException e) {
            failure = e.toString();
        }
    }

    public T last() {
        return seen;
    }

    /** Why nothing was seen lately; empty if something was. A look that hangs is told by the time that it takes. */
    public Optional<String> trouble() {
        var since = Duration.between(seenAt, clock.instant());
        if (failure == null && since.compareTo(patience) <= 0) {
            return Optional.empty();
        }
        var last = failure == null ? "" : ": " + failure;
        return Optional.of("has not answered for " + since.toSeconds() + " s" + last);
    }
}
