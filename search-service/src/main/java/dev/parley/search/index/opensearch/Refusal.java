package dev.parley.search.index.opensearch;

import dev.parley.search.index.IndexUnavailable;
import org.opensearch.client.opensearch._types.ErrorCause;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.httpclient5.ResponseException;

/**
 * An answer that says no. It carries neither the server's reason nor the client's exception: both may cite what was
 * written or asked for.
 */
final class Refusal extends RuntimeException {

    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;

    private final int status;

    private Refusal(int status, String type) {
        super("status " + status + type);
        this.status = status;
    }

    static Refusal of(OpenSearchException refusal) {
        return of(refusal.status(), refusal.error());
    }

    static Refusal of(ResponseException refusal) {
        return new Refusal(refusal.status(), "");
    }

    static Refusal of(int status, ErrorCause error) {
        return new Refusal(status, ", " + error.type());
    }

    int status() {
        return status;
    }

    /** Whether it will be the same, however often it is tried. */
    boolean isFinal() {
        return status == BAD_REQUEST || status == TOO_LARGE;
    }

    IndexUnavailable asUnavailable() {
        return new IndexUnavailable("OpenSearch: " + getMessage(), this);
    }
}
