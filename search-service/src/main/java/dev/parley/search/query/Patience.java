package dev.parley.search.query;

import dev.parley.search.query.Turns.Turn;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Waits for work no longer than there is time, whatever the work does. */
final class Patience {

    private final long deadline;

    private Patience(long deadline) {
        this.deadline = deadline;
    }

    static Patience of(Duration time) {
        return new Patience(System.nanoTime() + time.toNanos());
    }

    /**
     * The work's result. Work that is late is interrupted, and keeps its turn until it really ends.
     *
     * @param work is told how long it may take, which is a little less than there is: it should end by itself
     * @throws NotAnswered if it is late
     */
    <T> T await(Turn turn, Function<Duration, T> work) {
        var result = new CompletableFuture<T>();
        var left = deadline - System.nanoTime();
        var worker = Thread.ofVirtual().name("search").start(() -> {
            try (turn) {
                result.complete(work.apply(Duration.ofNanos(Math.max(1, left - left / 10))));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(Math.max(0, left), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            worker.interrupt();
            throw new NotAnswered(Outcome.LATE, "the index did not answer in time; try again", e);
        } catch (InterruptedException e) {
            worker.interrupt();
            Thread.currentThread().interrupt();
            throw new NotAnswered(Outcome.LATE, "the service is stopping; try again", e);
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case Error failure -> throw failure;
            case null, default -> new IllegalStateException(e);
        };
    }
}
