package dev.parley.gateway.upstream;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.access.BearerToken;
import dev.parley.gateway.protocol.Refusal;
import dev.parley.tracing.Span;
import dev.parley.tracing.Tracing;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One exchange at a time: a turn, a request, an answer within its deadline and size. */
final class Rest {

    private static final Logger log = LoggerFactory.getLogger(Rest.class);
    private static final int OK = 200;

    private final HttpClient http;
    private final String base;
    private final UpstreamSettings.Deadlines deadlines;
    private final BodyHandler<byte[]> body;
    private final Tracing tracing;
    private final AtomicBoolean away = new AtomicBoolean();

    Rest(HttpClient http, UpstreamSettings settings, Tracing tracing) {
        this.http = http;
        this.tracing = tracing;
        this.base = settings.persistenceUrl().toString().replaceFirst("/+$", "");
        this.deadlines = settings.deadlines();
        this.body = BodyHandlers.limiting(
                BodyHandlers.ofByteArray(), settings.answerSize().toBytes());
    }

    /** @param path with its query, encoded */
    HttpRequest.Builder to(String path, BearerToken token) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token.value());
    }

    /** @param reading of a good answer's body, which throws {@link UnreadableAnswer} where it is not what it should be */
    <T> CompletableFuture<Answer<T>> call(Gate gate, HttpRequest request, Function<byte[], T> reading) {
        var turn = gate.enter();
        if (turn == null) {
            return CompletableFuture.completedFuture(
                    Answer.unavailable("calls that wait for the persistence service: too many (expected: fewer)"));
        }
        return turn.orTimeout(deadlines.turn().toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(_ -> guarded(request).whenComplete((_, _) -> gate.leave()))
                .thenApply(response -> read(response, reading))
                .exceptionally(this::failed);
    }

    /** What the client throws comes as a failure too, so that the place at the gate is never lost. */
    private CompletableFuture<HttpResponse<byte[]>> guarded(HttpRequest request) {
        return CompletableFuture.completedFuture(request).thenCompose(this::traced);
    }

    private CompletableFuture<HttpResponse<byte[]>> traced(HttpRequest request) {
        var span = tracing.begin("ask persistence", Span.Kind.CLIENT);
        if (!span.isRecorded()) {
            return exchange(request);
        }
        span.with("url.path", request.uri().getPath());
        var followed = HttpRequest.newBuilder(request, (_, _) -> true)
                .header(Tracing.HEADER, span.traceparent())
                .build();
        return exchange(followed).whenComplete((_, failure) -> {
            if (failure == null) {
                span.end();
            } else {
                span.failed(failure.getClass().getSimpleName());
            }
        });
    }

    /** The JDK's own time-out ends with the headers; this one is over when the body is there. */
    private CompletableFuture<HttpResponse<byte[]>> exchange(HttpRequest request) {
        var sent = http.sendAsync(request, body);
        return sent.copy()
                .orTimeout(deadlines.answer().toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> sent.cancel(true));
    }

    private <T> Answer<T> read(HttpResponse<byte[]> response, Function<byte[], T> reading) {
        if (response.statusCode() != OK) {
            var refusal = ProblemAnswer.refusal(response);
            if (refusal.code() == ErrorCode.CHAT_TEMPORARILY_UNAVAILABLE) {
                isAway("status " + response.statusCode());
            } else {
                isBack();
            }
            return new Answer.Refused<>(refusal);
        }
        var value = reading.apply(response.body());
        isBack();
        return new Answer.Given<>(value);
    }

    private <T> Answer<T> failed(Throwable failure) {
        isAway(failure.toString());
        return Answer.unavailable("the persistence service did not answer in time (expected: an answer; ask again)");
    }

    /** Logged once for each outage: any number of sessions may ask meanwhile, and each of them is told. */
    private void isAway(String reason) {
        if (away.compareAndSet(false, true)) {
            log.warn("the persistence service does not answer as it should: {}", reason);
        }
    }

    private void isBack() {
        if (away.compareAndSet(true, false)) {
            log.info("the persistence service answers again");
        }
    }
}
