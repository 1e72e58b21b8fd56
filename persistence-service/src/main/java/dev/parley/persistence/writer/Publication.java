package dev.parley.persistence.writer;

import dev.parley.contracts.wire.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What was committed, on its way out. */
final class Publication {

    private final List<Delivery> deliveries;
    private final CompletableFuture<Void> pushed;
    private CompletableFuture<Void> acked;

    Publication(List<Delivery> deliveries, CompletableFuture<Void> acked, CompletableFuture<Void> pushed) {
        this.deliveries = deliveries;
        this.acked = acked;
        this.pushed = pushed;
    }

    static Publication done() {
        return new Publication(
                List.of(), CompletableFuture.completedFuture(null), CompletableFuture.completedFuture(null));
    }

    /** Runs something once pushes are done or given up. */
    void whenPushed(Runnable action) {
        pushed.thenRun(action);
    }

    /**
     * Waits until all is out. What failed in part is sent again whole, in order, and waited for at the next call.
     *
     * @throws PublishPending if it is not out yet
     */
    void await(Publisher publisher, Duration timeout) {
        try {
            acked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            pushed.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            acked = publisher.send(deliveries);
            throw new PublishPending("facts could not be published and are sent again: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new PublishPending("facts are not published after " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PublishPending("interrupted while publishing", e);
        }
    }
}
