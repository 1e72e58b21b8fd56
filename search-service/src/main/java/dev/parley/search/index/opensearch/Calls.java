package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opensearch.client.opensearch.OpenSearchAsyncClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Calls with an end in time, and what their faults mean. */
final class Calls {

    private final OpenSearchAsyncClient client;
    private final Duration timeout;

    Calls(OpenSearchAsyncClient client, Duration timeout) {
        this.client = client;
        this.timeout = timeout;
    }

    /** @throws IndexUnavailable if there is no answer in time, or none that says more than that it can't be given now */
    <T> T make(Call<T> call) {
        return makeUntil(Deadline.in(timeout), call);
    }

    <T> T makeUntil(Deadline deadline, Call<T> call) {
        try {
            return answer(deadline, call);
        } catch (Refusal refusal) {
            throw refusal.asUnavailable();
        }
    }

    /**
     * @throws Refusal an answer that says no, for whoever can make something of it
     * @throws IndexUnavailable as above
     */
    <T> T tryOut(Call<T> call) {
        return answer(Deadline.in(timeout), call);
    }

    private <T> T answer(Deadline deadline, Call<T> call) {
        CompletableFuture<T> running = null;
        try {
            running = call.on(client);
            return running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw meaningOf(e);
        } catch (IOException e) {
            throw new IndexUnavailable("OpenSearch: " + e, e);
        } catch (TimeoutException e) {
            throw new IndexUnavailable("OpenSearch: no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailable("OpenSearch: interrupted", e);
        } finally {
            if (running != null) {
                running.cancel(true);
            }
        }
    }

    /** The client wraps some refusals, those for want of a right for example. */
    private static RuntimeException meaningOf(ExecutionException failure) {
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof OpenSearchException refusal) {
                return Refusal.of(refusal);
            }
            if (cause instanceof ResponseException refusal) {
                return Refusal.of(refusal);
            }
        }
        return new IndexUnavailable("OpenSearch: " + failure.getCause(), failure);
    }

    /** What is asked. */
    @FunctionalInterface
    interface Call<T> {

        CompletableFuture<T> on(OpenSearchAsyncClient client) throws IOException;
    }
}
